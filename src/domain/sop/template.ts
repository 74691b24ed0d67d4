import { didYouMean, errorAt, quoted } from '../facts/found-problem.ts';
import type { Template } from './document.ts';
import type { PlacedText } from './placed-text.ts';
import type { Reading } from './reading.ts';

type Piece = Template[number];

const brace = /\\[{}]|\{([^{}]*)\}|[{}]/g;
const doubleBraces = /^\{\{([^{}]*)\}\}/;

/**
 * A text with `{fact name}` placeholders; `\{` is a brace. A name that nothing declares is reported, and the first brace without
 * its partner, because a customer would read it.
 */
export function readTemplate(placed: PlacedText, reading: Reading): Template {
  const pieces: Piece[] = [];
  let from = 0;
  let loneBraceFrom: number | undefined;
  for (const found of placed.text.matchAll(brace)) {
    const to = found.index + found[0].length;
    if (found[0].startsWith('\\')) {
      pieces.push({ text: placed.text.slice(from, found.index) + found[0].slice(1) });
    } else if (found[1] === undefined) {
      loneBraceFrom ??= found.index;
      pieces.push({ text: placed.text.slice(from, to) });
    } else {
      const piece = readPlaceholder(placed.slice(found.index, to), found[1].trim(), reading);
      pieces.push({ text: placed.text.slice(from, found.index) }, piece);
    }
    from = to;
  }
  if (loneBraceFrom !== undefined) {
    const [double] = doubleBraces.exec(placed.text.slice(loneBraceFrom, loneBraceFrom + 200)) ?? ['{'];
    reportLoneBrace(placed.slice(loneBraceFrom, loneBraceFrom + double.length), reading);
  }
  return joinPieces([...pieces, { text: placed.text.slice(from) }]);
}

function readPlaceholder(placed: PlacedText, name: string, reading: Reading): Piece {
  const fact = reading.declared.vocabulary.find(name);
  if (fact) return { fact: fact.name, span: placed.span };
  if (reading.declared.hasHeader) reportUnknownName(placed, name, reading);
  return { text: placed.text };
}

function reportLoneBrace(placed: PlacedText, reading: Reading): void {
  if (!reading.declared.hasHeader) return;
  const written = placed.text;
  const suggestion = written.length > 1 ? `{${written.slice(2, -2).trim()}}` : undefined;
  const message =
    suggestion === undefined
      ? `A brace stands alone here: ${quoted(written)}. A fact in a text is written {order number}.`
      : `A fact in a text stands in one pair of braces: ${suggestion}.`;
  reading.report(
    errorAt(placed.span, {
      id: 'syntax',
      message,
      values: suggestion === undefined ? {} : { written, suggestion },
    }),
  );
}

function reportUnknownName(placed: PlacedText, name: string, reading: Reading): void {
  const suggestion = reading.declared.vocabulary.suggest(name);
  const message = `${quoted(name)} is not a declared fact.${didYouMean(suggestion)}`;
  reading.report(errorAt(placed.span, { id: 'unknown-fact', message, values: { name, suggestion } }));
}

/** Texts that follow each other become one; empty ones are left out. */
export function joinPieces(pieces: readonly Piece[]): Template {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (!('text' in piece)) joined.push(piece);
    else if (last && 'text' in last) joined[joined.length - 1] = { text: last.text + piece.text };
    else if (piece.text !== '') joined.push(piece);
  }
  return joined;
}
