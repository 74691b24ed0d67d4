import { didYouMean, errorAt, quoted } from '../facts/found-problem.ts';
import type { Template } from './document.ts';
import type { PlacedText } from './placed-text.ts';
import type { Reading } from './reading.ts';

type Piece = Template[number];

const brace = /\\[{}]|\{([^{}]*)\}|[{}]/g;

/**
 * A text with `{fact name}` placeholders; `\{` is a brace. A name that nothing declares is reported, and a brace without its
 * partner, because a customer would read it.
 */
export function readTemplate(placed: PlacedText, reading: Reading): Template {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of placed.text.matchAll(brace)) {
    const to = found.index + found[0].length;
    if (found[0].startsWith('\\')) {
      pieces.push({ text: placed.text.slice(from, found.index) + found[0].slice(1) });
    } else {
      const piece = readPlaceholder(placed.slice(found.index, to), found[1], reading);
      pieces.push({ text: placed.text.slice(from, found.index) }, piece);
    }
    from = to;
  }
  return joinPieces([...pieces, { text: placed.text.slice(from) }]);
}

function readPlaceholder(placed: PlacedText, name: string | undefined, reading: Reading): Piece {
  const { vocabulary, hasHeader } = reading.declared;
  const fact = name === undefined ? undefined : vocabulary.find(name);
  if (fact) return { fact: fact.name, span: placed.span };
  if (hasHeader) {
    reading.report(name === undefined ? loneBrace(placed) : unknownName(placed, name.trim(), reading));
  }
  return { text: placed.text };
}

function loneBrace(placed: PlacedText) {
  const message = `A brace stands alone here: ${quoted(placed.text)}. A fact in a text is written {order number}.`;
  return errorAt(placed.span, { id: 'syntax', message });
}

function unknownName(placed: PlacedText, name: string, reading: Reading) {
  const suggestion = reading.declared.vocabulary.suggest(name);
  const message = `${quoted(name)} is not a declared fact.${didYouMean(suggestion)}`;
  return errorAt(placed.span, { id: 'unknown-fact', message, values: { name, suggestion } });
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
