import type { FactJson } from '../facts/fact-json.ts';
import type { Parameters, ProposalCommand } from '../run/commands.ts';
import type { Instant } from '../run/events.ts';
import type { ProposalState } from '../run/plan.ts';
import type { ActionKind } from './action-kind.ts';
import type { ApprovalNeed } from './approval-need.ts';
import type { Approval, Change, Verification, VerifiedApproval } from './approval.ts';
import { canonicalJson } from './canonical-json.ts';
import { checkEdit } from './check-edit.ts';
import { executionKey } from './execution-key.ts';
import { millisecondsBetween } from './instant.ts';
import type { Preparation, Target } from './proposal.ts';
import { holdsRole, type Decider, type Teams } from './roles.ts';

/** How long what was seen counts. */
const fifteenMinutes = 15 * 60 * 1000;

/** The state of the world right before the execution, gathered by the caller. */
export type FreshState = {
  readonly at: Instant;
  /** SHA-256 of `digestInput(approval)`, computed anew: the domain has no hasher. */
  readonly digest: string;
  /** Of the run. */
  readonly sopHash: string;
  /** The proposal as the engine sees it now; undefined where it no longer asks for it. */
  readonly proposal: (ProposalCommand & { readonly state: ProposalState }) | undefined;
  /** Whether the ledger knows a claim or a result of this command. */
  readonly isUsed: boolean;
  readonly need: ApprovalNeed;
  readonly teams: Teams;
  readonly decider: Decider;
  readonly ticket: { readonly updatedAt: Instant; readonly isClosed: boolean };
  readonly kind: Pick<ActionKind, 'parameters'>;
  /** What the system says now; asked anew where money moves. */
  readonly preparation: Preparation;
  /** Facts that decided and are different now. `proposal` is what the run makes of them: that decides whether they matter. */
  readonly changedFacts: readonly Change[];
  /** What nobody could confirm: facts that are old and could not be read again, words of the customer that nobody has read. */
  readonly unconfirmed: readonly Change[];
};

type Question = {
  readonly approval: Approval;
  /** What the SOP proposed when the approval was given; the approved values differ from it after an edit. */
  readonly proposed: Parameters;
  readonly now: FreshState;
};

/** Checks an approval against the world as it is now. Only a `valid` answer carries what `execute` takes. */
export function verifyApproval({ approval, proposed, now }: Question): Verification {
  return (
    checkBinding(approval, now) ??
    checkPerson(approval, now) ??
    checkChanges(approval, proposed, now) ??
    checkLimits(approval, proposed, now) ?? { is: 'valid', approval: validApproval(approval) }
  );
}

/** Is it this decision, on this proposal, given now, for the first time? */
function checkBinding(approval: Approval, now: FreshState): Verification | undefined {
  if (now.digest !== approval.digest) return refused('digest', approval.command);
  if (now.sopHash !== approval.sopHash) return refused('digest', now.sopHash);
  const state = now.proposal?.state.is;
  if (now.isUsed || state === 'running' || state === 'ended') return { is: 'used' };
  // `approved` is a decision whose execution never began, because the app was closed in between.
  if (state !== 'waiting' && state !== 'approved') return goneSince(approval, now);
  const age = millisecondsBetween(approval.at, now.at);
  // A clock that went backwards says nothing about the age: unknown is never yes.
  if (age === undefined || age < 0 || age > fifteenMinutes) return { is: 'expired', at: approval.at };
  return undefined;
}

/** A proposal that changed facts have led away from is stale: the person sees why it is gone. */
function goneSince({ command }: Approval, { changedFacts, unconfirmed }: FreshState): Verification {
  const changes = [...changedFacts, ...unconfirmed];
  return changes.length > 0 ? { is: 'stale', changes } : refused('not-waiting', command);
}

function checkPerson(
  approval: Approval,
  { ticket, decider, need, teams, preparation }: FreshState,
): Verification | undefined {
  if (ticket.isClosed) return refused('ticket-closed', '');
  if (!decider.mayChangeTickets || decider.id !== approval.by.id)
    return refused('may-not-change', decider.name);
  if (need.type === 'forbidden') return refused('may-not-change', need.because);
  if (preparation.is === 'impossible' && preparation.failure.code === 'not-allowed')
    return refused('may-not-change', preparation.failure.reason);
  if (need.type === 'role' && holdsRole(need.role, decider, teams) !== 'yes')
    return refused('role-missing', need.role);
  return undefined;
}

/**
 * A change that matters is shown, and nothing is done: other values, another target, something that nobody could confirm. A fact
 * that changed matters only if the run proposes something else because of it; then it stands there as the reason.
 */
function checkChanges(approval: Approval, proposed: Parameters, now: FreshState): Verification | undefined {
  const changes = [
    ...parameterChanges(proposed, now.proposal?.parameters ?? {}),
    ...targetChanges(approval.target, now.preparation),
    ...now.unconfirmed,
  ];
  return changes.length > 0 ? { is: 'stale', changes: withReasons(changes, now.changedFacts) } : undefined;
}

/** A value that is filled in from a fact changes with it: that is said once. */
function withReasons(changes: readonly Change[], facts: readonly Change[]): readonly Change[] {
  const isSaid = ({ before, after }: Change) =>
    changes.some((change) => change.before === before && change.after === after);
  return [...changes, ...facts.filter((fact) => !isSaid(fact))];
}

function checkLimits(
  approval: Approval,
  proposed: Parameters,
  { kind, preparation }: FreshState,
): Verification | undefined {
  const atMost = preparation.is === 'ready' ? preparation.atMost : {};
  const check = checkEdit({ kind, proposed, edited: approval.parameters, atMost });
  if (check.is === 'ok') return undefined;
  const moved = check.faults.flatMap((fault) =>
    fault.because === 'above-limit'
      ? [
          {
            what: `limit:${fault.parameter}`,
            before: textOf(approval.parameters[fault.parameter]),
            after: textOf(fault.limit),
          },
        ]
      : [],
  );
  if (moved.length === check.faults.length) return { is: 'stale', changes: moved };
  return refused(
    'limit',
    check.faults.map(({ parameter, because }) => `${parameter}: ${because}`).join(', '),
  );
}

function parameterChanges(before: Parameters, after: Parameters): readonly Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null))
    .map((name) => ({ what: `parameter:${name}`, before: textOf(before[name]), after: textOf(after[name]) }));
}

/** What of a target that was seen is another one by what its system says now; empty where nothing is. */
export function targetChanges(before: Target, preparation: Preparation): readonly Change[] {
  if (preparation.is === 'impossible')
    return [{ what: 'target', before: before.name, after: preparation.failure.reason }];
  const { target } = preparation;
  if (canonicalJson(before.ids) === canonicalJson(target.ids)) return [];
  return [{ what: 'target', before: before.name, after: target.name }];
}

function textOf(json: FactJson | undefined): string {
  if (json === undefined || json === null) return '';
  return typeof json === 'string' ? json : canonicalJson(json);
}

function refused(because: Extract<Verification, { is: 'refused' }>['because'], detail: string): Verification {
  return { is: 'refused', because, detail };
}

type Begun = {
  readonly approval: Approval;
  readonly key: string;
  /** SHA-256 of `digestInput(approval)`, computed anew. */ readonly digest: string;
};

/**
 * The approval of an execution that was begun and whose end nobody knows, as it stands in its claim: good for asking the system
 * what came of it, never for executing. Undefined where the claim does not fit its own approval.
 */
export function recallApproval({ approval, key, digest }: Begun): VerifiedApproval | undefined {
  if (digest !== approval.digest || key !== keyOf(approval)) return undefined;
  return branded(approval);
}

/** What may be executed: each once. */
const executable = new WeakSet<VerifiedApproval>();

/** True once for every approval that `verifyApproval` found valid; `execute` asks before it does anything. */
export function spendApproval(approval: VerifiedApproval): boolean {
  return executable.delete(approval);
}

function validApproval(approval: Approval): VerifiedApproval {
  const verified = branded(approval);
  executable.add(verified);
  return verified;
}

function branded(approval: Approval): VerifiedApproval {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The one place that makes this type; its symbol exists for the compiler alone.
  return { approval, key: keyOf(approval) } as VerifiedApproval;
}

function keyOf({ runId, command, digest }: Approval): string {
  return executionKey(runId, command, digest);
}
