import { checkFlow } from './flow/check-flow.ts';
import type { Rule } from './rule.ts';
import { actionWithoutEvidence } from './rules/action-without-evidence.ts';
import { branchWithoutExample } from './rules/branch-without-example.ts';
import { escalationWithoutReason } from './rules/escalation-without-reason.ts';
import { exampleFails } from './rules/example-fails.ts';
import { noFailurePath } from './rules/no-failure-path.ts';
import { reviewOverdue } from './rules/review-overdue.ts';
import { unknownNotHandled } from './rules/unknown-not-handled.ts';
import { unknownTeam } from './rules/unknown-team.ts';
import { unusedAction } from './rules/unused-action.ts';
import { unusedEvidence } from './rules/unused-evidence.ts';
import { unusedInput } from './rules/unused-input.ts';
import { vague } from './rules/vague.ts';

/** Every rule of SOP language, section 6, that goes beyond reading the document. */
export const rules: readonly Rule[] = [
  actionWithoutEvidence,
  branchWithoutExample,
  checkFlow,
  escalationWithoutReason,
  exampleFails,
  noFailurePath,
  reviewOverdue,
  unknownNotHandled,
  unknownTeam,
  unusedAction,
  unusedEvidence,
  unusedInput,
  vague,
];
