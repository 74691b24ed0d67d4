import type { Instant } from '../domain/run/events.ts';
import type { Sop } from '../domain/sop/document.ts';
import { mayAct, mayActBeside, type MayAct } from './action-permission.ts';
import type { MatchView } from './match-view.ts';
import { isTooOld } from './reread-facts.ts';
import { sourceOf } from './run-context.ts';
import type { RunSession } from './run-session.ts';
import type { FactView, RunView, SopHeading } from './run-view.ts';
import { showSteps } from './show-steps.ts';
import { showWaiting } from './show-waiting.ts';

type Shown = { readonly match: MatchView | undefined; readonly isOnline: boolean; readonly now: Instant };

/** One run as it stands now. */
export function showRun(session: RunSession, { match, isOnline, now }: Shown): RunView {
  const { context } = session;
  const { sop, advanced, events } = context;
  const [started] = events;
  const may = mayAct(context);
  return {
    id: context.runId,
    number: session.journal.log.run.number,
    sop: headingOf(sop.sop),
    ticket: { id: context.ticket.id, url: context.ticket.url },
    source: sop.sop.source,
    match,
    startedBy: started?.type === 'run-started' ? started.by : { id: '', name: '' },
    facts: showFacts(session, now),
    steps: showSteps(session),
    waitingFor: advanced.waitingFor.flatMap((command) => showWaiting(session, command) ?? []),
    ahead: advanced.ahead[0],
    plannedOutcome: advanced.plannedOutcome,
    mayAct: whileOnline(may, isOnline),
    mayActBeside: whileOnline(mayActBeside(context), isOnline),
  };
}

function whileOnline(may: MayAct, isOnline: boolean): RunView['mayAct'] {
  return may.is === 'yes' && !isOnline ? { is: 'no', because: 'offline' } : may;
}

export function headingOf({ id, title, version, status }: Sop): SopHeading {
  return { id, title, version, status };
}

export function showFacts({ context }: RunSession, now: Instant): readonly FactView[] {
  return context.advanced.facts.flatMap((fact) => {
    const source = sourceOf(context.sop, fact.name);
    return source ? [{ ...fact, source, isTooOld: isTooOld(fact, context, now) }] : [];
  });
}
