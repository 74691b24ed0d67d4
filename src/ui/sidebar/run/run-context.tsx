import { createContext, useContext } from 'react';
import type { RefObject } from 'react';
import type { RunView } from '../../../app/run-view.ts';
import type { SidebarCommand } from '../../../app/sidebar-command.ts';
import type { CommandId } from '../../../domain/run/events.ts';
import type { Edits } from './use-edits.ts';

export type RunPanel = 'approve-all' | 'take-over' | 'help' | 'choose-sop' | 'systems';

/** What the parts of a run's page share. */
export type RunContextValue = {
  readonly run: RunView;
  /** What a person has to decide next. */
  readonly current: CommandId | undefined;
  /** The card of what is to be decided next: focus moves there after a decision. */
  readonly currentCard: RefObject<HTMLElement | null>;
  /** Sends a decision; the focus follows to the next one. */
  readonly decide: (command: SidebarCommand) => void;
  readonly edits: Edits;
  readonly openPanel: (panel: RunPanel | undefined) => void;
};

const RunContext = createContext<RunContextValue | undefined>(undefined);

export const RunProvider = RunContext;

/** The run that the page shows. */
export function useRun(): RunContextValue {
  const value = useContext(RunContext);
  if (!value) throw new Error('Cannot show a part of a run outside RunProvider: wrap it in a run page.');
  return value;
}
