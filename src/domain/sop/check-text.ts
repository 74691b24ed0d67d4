import type { CheckedExpression } from '../facts/checked-expression.ts';
import { parseCondition } from '../facts/parse-condition.ts';
import type { Problem } from '../facts/problem.ts';
import type { Vocabulary } from '../facts/vocabulary.ts';
import type { PlacedText } from './placed-text.ts';
import { remapExpression, remapProblem } from './remap.ts';

export type CheckedText = {
  readonly expression: CheckedExpression | undefined;
  readonly problems: readonly Problem[];
};

/** Parses and checks a condition or expression that was taken out of a document; places count in the document. */
export function checkText(
  placed: PlacedText,
  { vocabulary, mustBeCondition }: { readonly vocabulary: Vocabulary; readonly mustBeCondition: boolean },
): CheckedText {
  if (placed.isOnePiece) {
    return parseCondition(placed.text, { vocabulary, offset: placed.placeAt(0), mustBeCondition });
  }
  const { expression, problems } = parseCondition(placed.text, { vocabulary, offset: 0, mustBeCondition });
  return {
    expression: expression && remapExpression(expression, placed),
    problems: problems.map((problem) => remapProblem(problem, placed)),
  };
}
