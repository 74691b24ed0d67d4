import { quoted } from '../../facts/found-problem.ts';
import type { Problem, Span } from '../../facts/problem.ts';
import { checkedCoverage } from '../../examples/checked-coverage.ts';
import type { Sop } from '../../sop/document.ts';
import { warningAt } from '../../sop/problem-at.ts';
import type { Rule } from '../rule.ts';

/**
 * `branch-without-example`: a branch of an If, a row of a table or a `When` that no example reaches; one warning for an SOP without examples.
 * It offers no fix: a suggested row says what the SOP does, and only its owner knows whether that is right.
 * Source: SOP language, sections 5 and 6.
 */
export const branchWithoutExample: Rule = ({ sop, found, options: { today } }) => {
  const branches = checkedCoverage(sop, found, today)?.branches ?? [];
  if (branches.length > 0 && (sop.examples?.rows ?? []).length === 0)
    return [noExamples(sop, branches.length)];
  return branches
    .filter(({ rows }) => rows.length === 0)
    .map(({ from, to, text, path }) =>
      warningAt(
        { from, to },
        {
          id: 'branch-without-example',
          message: `No example reaches ${quoted(text)}. Add a row to “## Examples” that leads there, so that nobody changes it unnoticed.`,
          values: { branch: text, path },
        },
      ),
    );
};

function noExamples(sop: Sop, count: number): Problem {
  const branches = count === 1 ? 'its one branch' : `each of its ${String(count)} branches`;
  return warningAt(headingOf(sop), {
    id: 'branch-without-example',
    message: `This SOP has no examples, so nobody notices when a change breaks it. Write a table under “## Examples” with a row for ${branches}.`,
    values: { branches: String(count) },
  });
}

/** The heading of the steps, or else the title. */
function headingOf({ source, steps }: Sop): Span {
  const before = source.slice(0, steps[0]?.span.from ?? source.length);
  const headings = [...before.matchAll(/^#{1,6}[ \t]+steps\b[^\r\n]*/gim)];
  const found = headings.at(-1) ?? /^title:[^\r\n]*/m.exec(before) ?? /^#[ \t][^\r\n]*/m.exec(before);
  const from = found?.index ?? 0;
  return { from, to: from + (found?.[0].length ?? 0) };
}
