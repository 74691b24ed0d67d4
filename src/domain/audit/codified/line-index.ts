import type { Span } from '../../facts/problem.ts';
import { linesOf } from '../../sop/markdown/line.ts';

/** Tells on which line of a text an offset stands, from 0. */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = [...linesOf(text, 0)].map(({ from }) => from);
  }

  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** The lines on which these places stand. */
  linesOf(spans: readonly Span[]): ReadonlySet<number> {
    const lines = new Set<number>();
    for (const { from, to } of spans)
      for (let line = this.lineOf(from), last = this.lineOf(Math.max(from, to - 1)); line <= last; line += 1)
        lines.add(line);
    return lines;
  }

  /** Whether a place shares a line with those. */
  touches({ from, to }: Span, lines: ReadonlySet<number>): boolean {
    for (let line = this.lineOf(from), last = this.lineOf(Math.max(from, to - 1)); line <= last; line += 1)
      if (lines.has(line)) return true;
    return false;
  }
}
