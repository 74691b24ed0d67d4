import { millisecondsBetween } from '../domain/decisions/instant.ts';
import { canonicalJson } from '../domain/decisions/canonical-json.ts';
import { digestInput } from '../domain/decisions/digest-input.ts';
import { recallApproval } from '../domain/decisions/verify-approval.ts';
import type { VerifiedApproval } from '../domain/decisions/approval.ts';
import type { Parameters } from '../domain/run/commands.ts';
import type { CommandId, ExecutionResult, Instant, Person } from '../domain/run/events.ts';
import type { AppPorts } from './app-ports.ts';
import type { Claim, Doubt } from './ports/ledger.ts';
import type { EventBody, RunContext } from './run-context.ts';

/** A claim of an earlier moment or of somebody else. */
export type FoundClaim = {
  readonly claim: Claim | undefined;
  readonly by: Person | undefined;
  readonly at: Instant;
  readonly result: ExecutionResult | undefined;
  readonly doubt?: Doubt;
};

/** A claim without a result and older than this was abandoned. Milliseconds. Source: docs/systems.md, “Doing a thing once”. */
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

/**
 * The claim that was found, if it is what it says: of this command of this run, unchanged since, and made by the person whose approval is in
 * it. A record in Zendesk may have been made or changed by hand; who made it is the one thing that nobody can set.
 */
export async function fittingClaim(
  { claim, by, doubt }: FoundClaim,
  command: CommandId,
  { runId, ports }: Pick<RunContext, 'runId' | 'ports'>,
): Promise<Claim | undefined> {
  if (!claim || doubt?.about === 'claim' || claim.approval.by.id !== by?.id) return undefined;
  if (claim.runId !== runId || claim.command !== command) return undefined;
  return (await recallClaim(claim, ports)) && claim;
}

/** Why a claim that does not fit is not believed, in words. */
export function whyNotBelieved({ claim, by, doubt }: FoundClaim): string {
  if (doubt) return doubt.reason;
  if (claim && claim.approval.by.id !== by?.id)
    return `the claim says that ${claim.approval.by.name} approved, and ${by?.name ?? 'somebody else'} wrote it`;
  return 'the claim does not fit what it claims';
}

/** The approval in a claim, good for asking its system; undefined where the claim does not fit itself. */
export async function recallClaim(
  { approval, key }: Claim,
  { hasher }: Pick<AppPorts, 'hasher'>,
): Promise<VerifiedApproval | undefined> {
  return recallApproval({ approval, key, digest: await hasher.sha256(digestInput(approval)) });
}
