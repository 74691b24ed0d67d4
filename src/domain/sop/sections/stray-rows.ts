import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import type { Section } from './section.ts';

/** A line with the bars of a row. */
const row = /^.*\|.*\|.*$/m;

/**
 * Rows that stand outside their table, behind an empty line, a quote, a list mark or a number sign: they would not be read, and what
 * they exclude would happen.
 */
export function strayRows({ kind, blocks, heading }: Section, source: string): readonly Problem[] {
  const inHeading = heading ? strayRowIn(heading, source) : [];
  if (kind !== 'decision' && kind !== 'examples') return inHeading;
  const from = blocks.findIndex(({ type }) => type === 'table');
  const below = from < 0 ? [] : blocks.slice(from + 1);
  const strays = below.filter(({ type }) => type !== 'table' && type !== 'definition');
  return [...inHeading, ...strays.flatMap((block) => strayRowIn(block, source))];
}

function strayRowIn(
  block: { readonly from: number; readonly to: number },
  source: string,
): readonly Problem[] {
  const found = row.exec(source.slice(block.from, block.to));
  if (!found) return [];
  const from = block.from + found.index;
  const message = `This row stands outside the table, so it would not be read: ${quoted(found[0])}. Put it right below the row above, without an empty line or another mark before its “|”.`;
  return [errorAt({ from, to: from + found[0].length }, { id: 'syntax', message })];
}
