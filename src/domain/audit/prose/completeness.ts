import type { AuditFinding } from '../audit-result.ts';
import { findBrokenLinks } from './broken-links.ts';
import { findCasesWithoutOutcome } from './cases-without-outcome.ts';
import { edgeKindsOf, type EdgeKind } from './edge-cases.ts';
import { findMissingFailurePaths } from './failure-paths.ts';
import type { Instruction } from './instructing.ts';
import { needsName } from './names.ts';
import type { ProseDocument } from './prose-document.ts';

/** Points for what no sentence provides for. Source: docs/audit.md. */
const wanted: readonly { readonly kind: EdgeKind; readonly cost: number; readonly message: string }[] = [
  {
    kind: 'exception',
    cost: 0.2,
    message:
      'Nothing here is an exception: no “unless”, “except” or “otherwise”. Write the cases in which the rule does not hold.',
  },
  {
    kind: 'missing',
    cost: 0.3,
    message:
      'Nothing here says what to do when something is missing or cannot be found. Write it for every fact that a step needs.',
  },
  {
    kind: 'several',
    cost: 0.2,
    message:
      'Nothing here says what to do when there are several of something, such as two orders or a second ticket. Write which one is meant.',
  },
];

/** Edge cases, failures, missing facts, several records, an outcome on every path, and links that lead somewhere. */
export function auditCompleteness(
  document: ProseDocument,
  instructions: readonly Instruction[],
): readonly AuditFinding[] {
  const place = { from: document.title.from, to: document.title.to, dimension: 'completeness' } as const;
  if (instructions.length === 0) return [{ ...place, cost: 2.5, message: nothingToComplete }];
  const acting = instructions.filter(needsName).length;
  const kinds = document.sentences.map((sentence) => edgeKindsOf(sentence));
  const absent = wanted
    .filter(({ kind }) => !kinds.some((found) => found.includes(kind)))
    .map(({ cost, message }) => ({ ...place, cost, message }));
  return [
    ...findFewEdgeCases(document, acting, kinds.filter((found) => found.length > 0).length),
    ...absent,
    ...findMissingFailurePaths(document, instructions),
    ...findCasesWithoutOutcome(document, instructions),
    ...findBrokenLinks(document),
    ...findMissingOutcome(document, instructions),
  ];
}

const nothingToComplete =
  'No sentence here says what to do, so every case is open. Write the steps, the edge cases and how it ends.';

/** With no edge case at all this many points are missing; one for every seven instructions leaves about a third of them. Source: docs/audit.md. */
const mostForEdgeCases = 2;
const edgeCaseShare = 0.14;

function findFewEdgeCases(
  { title }: ProseDocument,
  instructions: number,
  edgeCases: number,
): readonly AuditFinding[] {
  const cost = mostForEdgeCases * Math.exp(-edgeCases / Math.max(instructions, 4) / edgeCaseShare);
  if (cost < 0.05) return [];
  const counted = `${edgeCases === 1 ? '1 sentence' : `${String(edgeCases)} sentences`} for ${instructions === 1 ? '1 instruction' : `${String(instructions)} instructions`}`;
  const message =
    edgeCases === 0
      ? 'No edge cases: no sentence says what to do when something is different. Write what can go wrong, and what to do then.'
      : `Few edge cases: ${counted}. Write what else can go wrong or be different, and what to do then.`;
  return [{ from: title.from, to: title.to, dimension: 'completeness', cost, message }];
}

const ending =
  /\b(?:clos(?:e|es|ed|ing)|solv(?:e|es|ed)|resolv(?:e|es|ed)|escalat(?:e|es|ed|ion)|hand(?:ed)? (?:it )?(?:over|off)|transfer(?:s|red)?|done|finish(?:ed|es)?|complet(?:e|es|ed)|inform(?:ed)? the|tell the|notify the|let the (?:customer|user)|goes? to|reassign(?:ed)?)\b/i;

function findMissingOutcome(
  { title }: ProseDocument,
  instructions: readonly Instruction[],
): readonly AuditFinding[] {
  if (instructions.some(({ sentence }) => ending.test(sentence.text))) return [];
  const message =
    'No outcome: nothing says how it ends. Write when the ticket is closed, and when and to whom it is escalated.';
  return [{ from: title.from, to: title.to, dimension: 'completeness', cost: 0.3, message }];
}
