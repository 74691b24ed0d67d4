import type { CheckedExpression } from '../../../src/domain/facts/checked-expression.ts';
import type { Vocabulary } from '../../../src/domain/facts/vocabulary.ts';
import { inSpace } from '../../../src/domain/regions/in-space.ts';
import type { RegionWords, Space } from '../../../src/domain/regions/space.ts';
import { expressionOf, vocabularyOf } from '../facts/declaring.ts';

export const today = '2026-11-20';

export const sampleVocabulary = vocabularyOf({
  'order value': 'money USD',
  'refund amount': 'money USD',
  'prior chargebacks': 'count',
  'carrier status': 'one of (in transit, lost, returned, delivered)',
  'promised date': 'date',
  'shipped date': 'date',
  deposit: 'money',
  'orders in dispute': 'list',
  vip: 'yes/no',
  note: 'text',
  plan: 'text',
  score: 'number',
  waited: 'duration',
});

/** Works in the space of some conditions; they must not be too many. */
export function withSpace<Result>(
  conditions: readonly CheckedExpression[],
  work: (space: Space) => Result,
  unknowns: 'where-tested' | 'everywhere' = 'where-tested',
): Result {
  const analysed = inSpace(conditions, { today, unknowns }, work);
  if (analysed.is === 'too-many') throw new Error('There were too many combinations.');
  return analysed.result;
}

/** What no condition of a chain says yes to, in words. */
export function leftOver(
  texts: readonly string[],
  vocabulary: Vocabulary = sampleVocabulary,
): readonly RegionWords[] {
  const conditions = texts.map((text) => expressionOf(vocabulary, text));
  return withSpace(conditions, (space) => {
    const rest = conditions.reduce(
      (left, condition) => space.intersect(left, space.decide(condition).no),
      space.everything,
    );
    return space.words(rest);
  });
}
