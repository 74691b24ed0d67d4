import type { Sop } from '../domain/sop/document.ts';
import type { TraceEntry } from '../domain/run/plan.ts';
import type { ProposalView } from './proposal-view.ts';
import type { RunSession } from './run-session.ts';
import type { StepView } from './run-view.ts';
import { citedEvidence, showProposal } from './show-proposal.ts';

/** A step in one pass of the run: what is gone to again stands there again. */
type Visit = {
  readonly key: string;
  readonly number: number;
  readonly trace: TraceEntry[];
  readonly proposals: ProposalView[];
};

/** The steps in the order in which they were taken or will be, with what happened in each. */
export function showSteps(session: RunSession): readonly StepView[] {
  const { advanced, sop } = session.context;
  const visits = new Map<string, Visit>();
  for (const entry of advanced.trace) visitOf(visits, entry).trace.push(entry);
  for (const item of advanced.plan) visitOf(visits, item).proposals.push(showProposal(session, item));
  for (const command of advanced.waitingFor) visitOf(visits, command);
  const waiting = new Set(advanced.waitingFor.map(visitKey));
  const inOrder = [...visits.values()];
  const lastWaiting = inOrder.findLastIndex(({ key }) => waiting.has(key));
  return inOrder.map((visit, at) => {
    const isPlanned = lastWaiting !== -1 && at > lastWaiting;
    return showStep(
      sop.sop,
      visit,
      waiting.has(visit.key) ? 'current' : isPlanned ? 'planned' : endOf(visit),
    );
  });
}

type Placed = { readonly id: string; readonly step: number };

function visitOf(visits: Map<string, Visit>, placed: Placed): Visit {
  const key = visitKey(placed);
  const present = visits.get(key);
  if (present) return present;
  const visit: Visit = { key, number: placed.step, trace: [], proposals: [] };
  visits.set(key, visit);
  return visit;
}

/** Paths say the pass behind an `@`; the edge cases are shown together, whenever they were looked at. */
function visitKey({ id, step }: Placed): string {
  const pass = step === 0 ? undefined : /@(\d+)/.exec(id)?.[1];
  return `${step}@${pass ?? 0}`;
}

function endOf({ proposals, trace }: Visit): 'done' | 'failed' {
  const last = proposals.findLast(({ added }) => !added);
  if (last) return last.state.is === 'failed' ? 'failed' : 'done';
  return trace.at(-1)?.result === 'failed' ? 'failed' : 'done';
}

function showStep(sop: Sop, { number, trace, proposals }: Visit, state: StepView['state']): StepView {
  const step = sop.steps.find((of) => of.number === number);
  return {
    number,
    name: step?.name ?? '',
    span: step?.span ?? edgeCasesSpan(sop),
    state,
    trace,
    proposals,
    evidence: citedEvidence(sop, step?.cites ?? []),
  };
}

function edgeCasesSpan({ edgeCases }: Sop): StepView['span'] {
  return { from: edgeCases[0]?.span.from ?? 0, to: edgeCases.at(-1)?.span.to ?? 0 };
}
