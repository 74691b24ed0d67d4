import type { Span } from '../facts/problem.ts';
import type { Change, ChangeKind } from './difference.ts';

type Rest = {
  readonly values?: Readonly<Record<string, string>>;
  readonly cases?: Change['cases'];
  readonly before?: Span | undefined;
  readonly after?: Span | undefined;
};

/** A change that is about one place in each text. */
export function changeOf(
  kind: ChangeKind,
  sentence: string,
  { values = {}, cases = [], before, after }: Rest,
): Change {
  return { kind, sentence, values, cases, before: before ? [before] : [], after: after ? [after] : [] };
}
