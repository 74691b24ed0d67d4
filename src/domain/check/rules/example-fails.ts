import { errorAt } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import { checkedCoverage } from '../../examples/checked-coverage.ts';
import { differenceInWords } from '../../examples/difference.ts';
import { explainDifference } from '../../examples/explain-difference.ts';
import type { Rule } from '../rule.ts';

/** `example-fails`: a row that expects what the SOP does not do, with the first difference. Source: SOP language, sections 5 and 6. */
export const exampleFails: Rule = ({ sop, found, options: { today } }) => {
  const results = checkedCoverage(sop, found, today)?.results ?? [];
  return results.flatMap((tested): readonly Problem[] => {
    const difference = explainDifference(sop, tested, today);
    if (!difference) return [];
    const { row, span } = tested.example;
    const { expected, got } = difference;
    const message = `Example ${String(row)} fails: ${differenceInWords(difference)}. Change the row, or what the SOP does in this case.`;
    const values = { row: String(row), expected, got, difference: differenceInWords(difference) };
    return [errorAt(span, { id: 'example-fails', message, values })];
  });
};
