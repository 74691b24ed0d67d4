import type { Instant, RunEvent } from '../domain/run/events.ts';
import type { Outcome } from '../domain/run/outcome.ts';
import type { MatchView } from './match-view.ts';
import type { OpenTicket } from './open-ticket.ts';
import type { TicketBase } from './begin-run.ts';
import type { TicketMatch } from './match-ticket.ts';
import type { PublishedSop } from './ports/library.ts';
import type { CurrentUser } from './ports/ticket-desk.ts';
import type { RunSession } from './run-session.ts';
import { showNotices, type Surrounding } from './show-notices.ts';
import { headingOf, showFacts, showRun } from './show-run.ts';
import type { Phase, SidebarView } from './sidebar-view.ts';
import type { SystemsView } from './systems-view.ts';

/** Where the sidebar is: everything that its view is made of. */
export type SidebarState =
  | { readonly is: 'connecting' }
  | { readonly is: 'loading'; readonly base: TicketBase; readonly sop: PublishedSop | undefined }
  | {
      readonly is: 'could-not-load';
      readonly phase: Extract<Phase, { is: 'could-not-load' }>;
      readonly user: CurrentUser | undefined;
    }
  | { readonly is: 'without-run'; readonly ticket: OpenTicket; readonly match: TicketMatch }
  | {
      readonly is: 'run';
      readonly ticket: OpenTicket;
      readonly session: RunSession;
      readonly match: MatchView | undefined;
    };

export type Shown = {
  readonly state: SidebarState;
  readonly around: Pick<Surrounding, 'ports' | 'isOnline' | 'trouble'>;
  readonly systems: SystemsView;
  readonly colorScheme: SidebarView['colorScheme'];
  readonly now: Instant;
};

/** The sidebar as it stands now. */
export function showSidebar({ state, around, systems, colorScheme, now }: Shown): SidebarView {
  const base = baseOf(state);
  const ticket = 'ticket' in state ? state.ticket : undefined;
  const session = state.is === 'run' ? state.session : undefined;
  const notices = showNotices({
    ...around,
    now,
    session,
    ticket: session?.context.ticket ?? base?.ticket,
    user: base?.user,
    library: ticket?.library,
    settingProblems: [...(base?.settings.problems ?? []), ...(ticket?.match?.problems ?? [])],
  });
  const user = userOf(state);
  return {
    now,
    locale: user?.locale ?? 'en-US',
    timeZone: user?.timeZone ?? 'UTC',
    colorScheme,
    notices,
    systems: user?.isAdmin === true ? systems : undefined,
    phase: phaseOf(state, around.isOnline, now),
  };
}

/** Who is there, as far as it is known: also where nothing else could be loaded. */
export function userOf(state: SidebarState): CurrentUser | undefined {
  return state.is === 'could-not-load' ? state.user : baseOf(state)?.user;
}

function baseOf(state: SidebarState): TicketBase | undefined {
  return 'ticket' in state ? state.ticket.base : state.is === 'loading' ? state.base : undefined;
}

function phaseOf(state: SidebarState, isOnline: boolean, now: Instant): Phase {
  switch (state.is) {
    case 'connecting':
      return { is: 'connecting' };
    case 'loading':
      return { is: 'loading', sop: state.sop && headingOf(state.sop.sop), facts: [] };
    case 'could-not-load':
      return state.phase;
    case 'without-run':
      return withoutRun(state.match);
    case 'run':
      return ofRun(state.session, state.match, isOnline, now);
  }
}

function withoutRun({ is, view }: TicketMatch): Phase {
  if (is === 'off') return { is: 'off', match: view };
  return { is: view.candidates.length > 0 ? 'several-sops' : 'no-sop', match: view };
}

function ofRun(session: RunSession, match: MatchView | undefined, isOnline: boolean, now: Instant): Phase {
  const { advanced, events } = session.context;
  if (session.journal.problem !== undefined)
    return {
      is: 'could-not-load',
      what: 'run',
      failure: { code: 'unreadable', reason: session.journal.problem },
    };
  if (isStillLoading(session))
    return { is: 'loading', sop: headingOf(session.context.sop.sop), facts: showFacts(session, now) };
  const run = showRun(session, { match, isOnline, now });
  if (!advanced.outcome) return { is: 'running', run };
  const ended = events.find(isEnd);
  return { is: 'ended', run, outcome: advanced.outcome, at: ended?.at ?? now };
}

/** Until there is anything to decide, to wait for or to read, only facts arrive. */
function isStillLoading({ context: { advanced }, undecided }: RunSession): boolean {
  if (undecided.size > 0) return false;
  if (advanced.outcome ?? advanced.plan.length > 0) return false;
  return advanced.waitingFor.length > 0 && advanced.waitingFor.every(({ kind }) => kind === 'read');
}

const isEnd = (event: RunEvent): event is RunEvent & { type: 'run-ended'; outcome: Outcome } =>
  event.type === 'run-ended';
