import type { Span } from '../facts/problem.ts';
import type { Course } from '../run/run-example.ts';
import type { Sign } from './branch.ts';

/** What can be seen of a run, ready to be searched for many signs. */
export type RunTraces = { readonly lines: ReadonlySet<string>; readonly places: readonly Span[] };

export function tracesOf({ advanced: { trace } }: Course): RunTraces {
  return {
    lines: new Set(trace.map(({ from, to, result }) => lineKey({ from, to }, result))),
    places: trace.map(({ from, to }) => ({ from, to })),
  };
}

/** Whether a run shows one of these signs. */
export function shows({ lines, places }: RunTraces, signs: readonly Sign[]): boolean {
  return signs.some((sign) =>
    sign.is === 'line'
      ? lines.has(lineKey(sign, sign.result))
      : places.some(({ from, to }) => sign.from <= from && to <= sign.to),
  );
}

const lineKey = ({ from, to }: Span, result: string): string => `${String(from)} ${String(to)} ${result}`;
