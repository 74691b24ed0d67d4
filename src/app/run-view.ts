import type { Person } from '../domain/run/events.ts';
import type { Command } from '../domain/run/commands.ts';
import type { Outcome } from '../domain/run/outcome.ts';
import type { KnownFact, TraceEntry } from '../domain/run/plan.ts';
import type { Evidence, Source } from '../domain/sop/document.ts';
import type { Span } from '../domain/facts/problem.ts';
import type { MatchView } from './match-view.ts';
import type { Ticket } from './ports/ticket-desk.ts';
import type { ProposalView } from './proposal-view.ts';
import type { WaitingView } from './waiting-view.ts';

/** One run of one SOP on this ticket, as it stands now. */
export type RunView = {
  readonly id: string;
  /** 1 for the first run on this ticket. */
  readonly number: number;
  readonly sop: SopHeading;
  /** The ticket that is open: what is said of it needs no “where”. */
  readonly ticket: Pick<Ticket, 'id' | 'url'>;
  /** The text of the SOP, into which every span points. */
  readonly source: string;
  /** Undefined for a run that was taken up again and was not matched anew. */
  readonly match: MatchView | undefined;
  readonly startedBy: Person;
  /** Every fact that the SOP declares and the run has asked for, in the order of the header. */
  readonly facts: readonly FactView[];
  /** Steps in the order in which they were taken or will be; a step that is gone to again stands there again. */
  readonly steps: readonly StepView[];
  /** What else the run waits for besides proposals; each is drawn in the step that it names. */
  readonly waitingFor: readonly WaitingView[];
  /** What the plan meets first further on and nobody can answer yet: a gate, a hold, a missing fact, a manual step. */
  readonly ahead: Command | undefined;
  /** How it will end if everything that is planned is approved and succeeds. */
  readonly plannedOutcome: Outcome | undefined;
  /** Whether this person may decide anything at all here; buttons are off otherwise, with the reason. */
  readonly mayAct:
    | { readonly is: 'yes' }
    | { readonly is: 'no'; readonly because: 'may-not-change' | 'ticket-closed' | 'offline' | 'ended' };
  /** The same for what people propose beside the SOP, which goes on after the end of the run. */
  readonly mayActBeside: RunView['mayAct'];
};

export type SopHeading = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly status: 'draft' | 'live' | 'retired';
};

/** A fact with what the sidebar says about it besides its state. */
export type FactView = KnownFact & {
  /** Where the header says it comes from. */
  readonly source: Source;
  /** Older than the SOP allows: it is read again before anything rests on it. */
  readonly isTooOld: boolean;
};

export type StepView = {
  /** 0 for the edge cases. */
  readonly number: number;
  /** The bold name; empty for the edge cases. */
  readonly name: string;
  readonly span: Span;
  readonly state:
    /** Everything in it was done. */
    | 'done'
    /** The run waits in it. */
    | 'current'
    /** Comes if what is waiting is approved. */
    | 'planned'
    | 'failed';
  readonly trace: readonly TraceEntry[];
  readonly proposals: readonly ProposalView[];
  /** The evidence that the step cites. */
  readonly evidence: readonly Evidence[];
};
