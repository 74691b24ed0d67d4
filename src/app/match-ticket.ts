import type { TicketBase } from './begin-run.ts';
import type { MatchView } from './match-view.ts';
import type { LibraryContents, PublishedSop } from './ports/library.ts';
import type { SettingProblem } from './notice-view.ts';

/** Which SOP a ticket is for. */
export type TicketMatch = { readonly view: MatchView; readonly problems: readonly SettingProblem[] } & (
  | { readonly is: 'one'; readonly sop: PublishedSop }
  | { readonly is: 'several' | 'none' | 'off' }
);
