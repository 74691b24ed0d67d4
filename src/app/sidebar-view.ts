import type { Failure, Instant } from '../domain/run/events.ts';
import type { Outcome } from '../domain/run/outcome.ts';
import type { MatchView } from './match-view.ts';
import type { NoticeView } from './notice-view.ts';
import type { FactView, RunView, SopHeading } from './run-view.ts';
import type { SidebarCommand } from './sidebar-command.ts';
import type { SystemsView } from './systems-view.ts';

/** The one seam between the application and the sidebar: the view is read from it, and commands are sent to it. */
export type SidebarStore = {
  /** The same object until something changed. */
  readonly getState: () => SidebarView;
  /** Calls the listener after every change; the returned function ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Never throws; what came of it is in the next state. */
  readonly send: (command: SidebarCommand) => void;
};

/**
 * Everything that is needed to draw the sidebar. Data only: values of the domain, codes and spans, never sentences; the UI
 * words them. Texts of customers and systems stand in it as they came.
 */
export type SidebarView = {
  /**
   * The time by which ages and time left are shown, so that the UI needs no clock. The app renews it once a minute, and every
   * second in the last two minutes of a hold.
   */
  readonly now: Instant;
  /** BCP 47, of the user. */
  readonly locale: string;
  /** IANA name of the account's zone. */
  readonly timeZone: string;
  readonly colorScheme: 'light' | 'dark';
  /** What stands in the way or has to be known besides the run, most important first. */
  readonly notices: readonly NoticeView[];
  /** Whether the systems are connected; undefined for those who are no admin. */
  readonly systems: SystemsView | undefined;
  readonly phase: Phase;
};

export type Phase =
  /** Zendesk has not answered yet. */
  | { readonly is: 'connecting' }
  /** The page was opened by itself, or in a page that is not Zendesk. */
  | { readonly is: 'outside-zendesk' }
  /** Ticket, settings and SOPs are being read; then the facts, each as it arrives. */
  | { readonly is: 'loading'; readonly sop: SopHeading | undefined; readonly facts: readonly FactView[] }
  | { readonly is: 'could-not-load'; readonly what: Loaded; readonly failure: Failure }
  | { readonly is: 'no-sop'; readonly match: MatchView }
  /** The rep chooses. `match.candidates` are those that may fit, best first. */
  | { readonly is: 'several-sops'; readonly match: MatchView }
  /** A mapping says `none` for this ticket. */
  | { readonly is: 'off'; readonly match: MatchView }
  | { readonly is: 'running'; readonly run: RunView }
  | { readonly is: 'ended'; readonly run: RunView; readonly outcome: Outcome; readonly at: Instant };

/** What could not be loaded, so that nothing can be shown. */
export type Loaded = 'ticket' | 'user' | 'settings' | 'library' | 'run';
