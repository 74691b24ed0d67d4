import { millisecondsBetween } from '../domain/decisions/instant.ts';
import { canonicalJson } from '../domain/decisions/canonical-json.ts';
import { digestInput } from '../domain/decisions/digest-input.ts';
import { recallApproval } from '../domain/decisions/verify-approval.ts';
import type { VerifiedApproval } from '../domain/decisions/approval.ts';
import type { Parameters } from '../domain/run/commands.ts';
import type { CommandId, ExecutionResult, Instant, Person } from '../domain/run/events.ts';
import type { AppPorts } from './app-ports.ts';
import type { Claim } from './ports/ledger.ts';
import type { EventBody, RunContext } from './run-context.ts';

/** A claim of an earlier moment or of somebody else. */
export type FoundClaim = {
  readonly claim: Claim | undefined;
  readonly by: Person | undefined;
  readonly at: Instant;
  readonly result: ExecutionResult | undefined;
};

/** A claim without a result and older than this was abandoned. Milliseconds. Source: systems.md, section 2. */
export const abandonedAfter = 5 * 60 * 1000;

export function isAbandoned(since: Instant, now: Instant): boolean {
  const age = millisecondsBetween(since, now);
  return age !== undefined && age >= abandonedAfter;
}

/** The name of the lock around everything that touches one execution, across the tabs of a browser. */
export function lockName(runId: string, command: CommandId): string {
  return `signoff:${runId}:${command}`;
}

/** The decision and the intent that a claim stands for, as events of its run. `proposed` is what the SOP proposed. */
export function claimEvents({ approval, command, key }: Claim, proposed: Parameters): readonly EventBody[] {
  const { by, parameters, digest } = approval;
  const edited = canonicalJson(parameters) !== canonicalJson(proposed);
  return [
    { type: 'proposal-decided', command, by, decision: 'approved', parameters, edited, digest },
    { type: 'execution-intended', command, key, by },
  ];
}

/** Whether a claim is what it says, and belongs to this command of this run: a record in Zendesk may have been made by hand. */
export async function fitsRun(
  claim: Claim,
  command: CommandId,
  { runId, ports }: Pick<RunContext, 'runId' | 'ports'>,
): Promise<boolean> {
  return (
    claim.runId === runId && claim.command === command && (await recallClaim(claim, ports)) !== undefined
  );
}

/** The approval in a claim, good for asking its system; undefined where the claim does not fit itself. */
export async function recallClaim(
  { approval, key }: Claim,
  { hasher }: Pick<AppPorts, 'hasher'>,
): Promise<VerifiedApproval | undefined> {
  return recallApproval({ approval, key, digest: await hasher.sha256(digestInput(approval)) });
}
