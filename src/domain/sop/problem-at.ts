import type { Problem, ProblemId, Span } from '../facts/problem.ts';

type Finding = {
  readonly id: ProblemId;
  readonly message: string;
  readonly values?: Readonly<Record<string, string>>;
};

/** A warning at a place: the SOP runs, but somebody should look. */
export function warningAt(span: Span, { id, message, values = {} }: Finding): Problem {
  return { id, level: 'warning', message, values, from: span.from, to: span.to };
}

/** A hint at a place. */
export function infoAt(span: Span, { id, message, values = {} }: Finding): Problem {
  return { id, level: 'info', message, values, from: span.from, to: span.to };
}
