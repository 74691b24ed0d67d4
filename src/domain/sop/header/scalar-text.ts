import type { Scalar } from 'yaml';
import { PlacedText } from '../placed-text.ts';

/**
 * The text of a YAML scalar with the place of every character in the document. A plain one on one line stands there as it is;
 * in others folded lines, doubled quotes and escapes are followed.
 */
export function scalarText(scalar: Scalar, source: string, offset: number): PlacedText {
  const value = typeof scalar.value === 'string' ? scalar.value : '';
  const [start, end] = scalar.range ?? [0, 0];
  const span = { from: offset + start, to: offset + end };
  const raw = source.slice(span.from, span.to);
  if (raw === value) return PlacedText.at(source, span);
  const isDouble = scalar.type === 'QUOTE_DOUBLE';
  const isQuoted = isDouble || scalar.type === 'QUOTE_SINGLE';
  const header = scalar.type?.startsWith('BLOCK') ? (/^[^\r\n]*/.exec(raw)?.[0].length ?? 0) : 0;
  const places = align(value, {
    raw,
    at: isQuoted ? 1 : header,
    isDouble,
    isSingle: isQuoted && !isDouble,
    offset: span.from,
  });
  return PlacedText.decoded(value, places, span.from);
}

type Raw = {
  readonly raw: string;
  readonly at: number;
  readonly isDouble: boolean;
  readonly isSingle: boolean;
  readonly offset: number;
};

/** Goes through value and source together: white space may differ, everything else follows in the same order. */
function align(value: string, { raw, at: start, isDouble, isSingle, offset }: Raw): Uint32Array {
  const places = new Uint32Array(value.length);
  let at = start;
  for (let index = 0; index < value.length; index += 1) {
    const isSpace = /\s/.test(value[index] ?? '');
    if (!isSpace) at = skipFold(raw, at, isDouble);
    places[index] = offset + Math.min(at, Math.max(0, raw.length - 1));
    if (isDouble && raw[at] === '\\') {
      const { length, units } = escapeAt(raw, at);
      for (let unit = 1; unit < units && index + 1 < value.length; unit += 1)
        places[(index += 1)] = offset + at;
      at += length;
    } else if (isSingle && raw.startsWith("''", at)) at += 2;
    else if (!isSpace || /\s/.test(raw[at] ?? '')) at += 1;
  }
  return places;
}

/** Over the rest of a folded line break, and in double quotes over the backslash that joins two lines. */
function skipFold(raw: string, from: number, isDouble: boolean): number {
  let at = from;
  for (;;) {
    if (/\s/.test(raw[at] ?? '')) at += 1;
    else if (isDouble && raw[at] === '\\' && /[\r\n]/.test(raw[at + 1] ?? '')) at += 1;
    else return at;
  }
}

const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

function escapeAt(raw: string, at: number): { readonly length: number; readonly units: number } {
  const kind = raw[at + 1] ?? '';
  const length = escapeLengths[kind] ?? 2;
  const isAstral = kind === 'U' && Number.parseInt(raw.slice(at + 2, at + 10), 16) > 0xffff;
  return { length, units: isAstral ? 2 : 1 };
}
