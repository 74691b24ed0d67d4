import type { ActionKind } from '../domain/decisions/action-kind.ts';
import type { KnownFact, PlanItem, TraceEntry } from '../domain/run/plan.ts';
import type { Evidence, Sop } from '../domain/sop/document.ts';
import { mayAnswerFor, needOf } from './action-permission.ts';
import type { CardNote } from './card-note.ts';
import type { Approver, ProposalCardState, ProposalView } from './proposal-view.ts';
import { kindOf } from './kind-of.ts';
import { offeredUndo } from './propose-undo.ts';
import type { RunContext } from './run-context.ts';
import type { RunSession } from './run-session.ts';

/** A proposal as its card shows it: what the engine says of it, what its kind declares, and what became of decisions on it. */
export function showProposal(session: RunSession, item: PlanItem): ProposalView {
  const { context } = session;
  const kind = kindOf(item, context);
  const { id, span, cites, step, action, operation, attempt } = item;
  return {
    id,
    span,
    cites,
    step,
    kind: item.kind,
    action,
    operation,
    attempt,
    reply: item.reply,
    proposed: item.parameters,
    parameters: 'parameters' in item.state ? item.state.parameters : item.parameters,
    fields: kind?.parameters ?? [],
    ...declared(kind),
    preparation: session.preparations.get(item) ?? { is: 'preparing' },
    approver: approverOf(item, context),
    evidence: item.added ? [] : citedEvidence(context.sop.sop, cites),
    basis: item.added ? [] : basisOf(item, context),
    state: cardState(item.state, session.notes.get(id)),
    added: item.added,
    isUndoOffered: offeredUndo(item, context) !== undefined,
  };
}

/** The evidence that these labels stand for. */
export function citedEvidence({ evidence }: Sop, cites: readonly string[]): readonly Evidence[] {
  return evidence.filter(({ label }) => cites.includes(label));
}

/** What nobody declares is taken for the worst. */
function declared(
  kind: ActionKind | undefined,
): Pick<ProposalView, 'title' | 'risk' | 'movesMoney' | 'undo'> {
  return {
    title: kind?.title,
    risk: kind?.risk ?? 'high',
    movesMoney: kind?.movesMoney ?? false,
    undo: kind?.undo,
  };
}

function approverOf(item: PlanItem, context: RunContext): Approver {
  const need = needOf(item, context);
  switch (need.type) {
    case 'none':
    case 'rep':
      return { is: 'you' };
    case 'role': {
      const held = mayAnswerFor(need.role, context);
      return { is: 'role', role: need.role, youHaveIt: held === 'yes', isKnown: held !== 'not-set' };
    }
    case 'forbidden':
      return { is: 'nobody', because: need.because };
  }
}

/** The facts of the conditions that lead to a place of the document. */
export function leadingFacts(
  to: Pick<PlanItem, 'id' | 'step'>,
  { advanced }: Pick<RunContext, 'advanced'>,
): TraceEntry['facts'] {
  return advanced.trace.filter((entry) => leadsTo(entry, to)).flatMap(({ facts }) => facts);
}

/** The facts of the conditions that lead to the proposal, and of the values and the lock of its action. */
function basisOf(item: PlanItem, { advanced, sop }: RunContext): TraceEntry['facts'] {
  const leading = leadingFacts(item, { advanced });
  const action = sop.sop.actions.find(({ name }) => name === item.action);
  const used = [
    ...(action?.parameters.map(({ value }) => value) ?? []),
    ...(action?.onlyIf ? [action.onlyIf] : []),
  ];
  const values = advanced.facts
    .filter(({ name }) => used.some(({ facts }) => facts.includes(name)))
    .map(factNow);
  return [...new Map([...leading, ...values].map((fact) => [fact.name, fact])).values()];
}

/** A branch's line has the path of its chain and a number behind `>`; what it leads to has the same chain before a `>`. */
function leadsTo(entry: TraceEntry, item: Pick<PlanItem, 'id' | 'step'>): boolean {
  const [path, pass] = pathAndPass(entry.id);
  const [itemPath, itemPass] = pathAndPass(item.id);
  const chain = path.slice(0, path.lastIndexOf('>') + 1);
  return chain !== '' && pass === itemPass && entry.step === item.step && itemPath.startsWith(chain);
}

/** Whatever is done again in a later pass has `@` and the number of the pass in its id. */
function pathAndPass(id: string): readonly [string, string] {
  return [id.replace(/@\d+/, ''), /@(\d+)/.exec(id)?.[1] ?? '0'];
}

function factNow({ name, state }: KnownFact): TraceEntry['facts'][number] {
  return {
    name,
    value: state.is === 'known' ? { is: 'value', value: state.value } : { is: 'unknown', missing: [name] },
  };
}

function cardState(state: PlanItem['state'], note: CardNote | undefined): ProposalCardState {
  switch (state.is) {
    case 'waiting':
    case 'approved':
      return note ? notedState(note) : { is: 'waiting' };
    case 'planned':
      return { is: 'planned' };
    case 'rejected':
      return { is: 'rejected', by: state.by, reason: state.reason };
    case 'running':
      return runningState(state, note);
    case 'ended':
      return endedState(state, note);
  }
}

function notedState(note: CardNote): ProposalCardState {
  switch (note.is) {
    case 'approving':
      return { is: 'approving', by: note.by };
    case 'elsewhere':
      if (!note.by) return { is: 'refused', because: 'claimed-by-another', detail: '' };
      return { is: 'running', by: note.by, since: note.since };
    case 'stale':
    case 'expired':
    case 'refused':
      return note;
    case 'checking':
    case 'cannot-tell':
      return { is: 'waiting' };
  }
}

type Running = Extract<PlanItem['state'], { is: 'running' }>;
type Ended = Extract<PlanItem['state'], { is: 'ended' }>;

/** An intent without an end is unknown as soon as somebody has begun to ask what came of it. */
function runningState({ by, since }: Running, note: CardNote | undefined): ProposalCardState {
  if (note?.is !== 'checking' && note?.is !== 'cannot-tell') return { is: 'running', by, since };
  return { is: 'unknown', by, at: since, failure: { code: 'unknown-outcome', reason: '' }, check: note };
}

function endedState({ by, at, edited, result }: Ended, note: CardNote | undefined): ProposalCardState {
  switch (result.is) {
    case 'succeeded': {
      const { reference, url, pending = false, reconciled, remark } = result;
      return { is: 'succeeded', by, at, edited, reference, url, pending, reconciled, remark };
    }
    case 'failed':
      return { is: 'failed', by, at, failure: result.failure };
    case 'unknown': {
      const check =
        note?.is === 'cannot-tell' || note?.is === 'checking'
          ? note
          : ({ is: 'checking', since: at } as const);
      return { is: 'unknown', by, at, failure: result.failure, check };
    }
  }
}
