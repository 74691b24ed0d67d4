import type { ApiProblem } from '../domain/custom-api/api-problem.ts';
import type { Problem } from '../domain/facts/problem.ts';
import type { Instant } from '../domain/run/events.ts';

/** One line above the run. Codes and data; the UI words them. */
export type NoticeView =
  /** The browser has no connection. */
  | { readonly is: 'offline' }
  /** The ticket is closed: nothing can be changed any more. */
  | { readonly is: 'ticket-closed' }
  /** A light agent or contributor: may look, may not change. */
  | { readonly is: 'may-not-change' }
  /** Others have the ticket open or decided in this run just now. */
  | {
      readonly is: 'somebody-else';
      readonly names: readonly string[];
      readonly doing: 'viewing' | 'deciding';
    }
  /** The run goes on with the version that it started with; `published` is what new runs would use, undefined where it was withdrawn. */
  | { readonly is: 'other-version'; readonly running: number; readonly published: number | undefined }
  /** The last events could not be saved; they are tried again. */
  | { readonly is: 'not-saved'; readonly reason: string }
  /** What a person wanted just now could not be done, in the words of whoever refused it. */
  | { readonly is: 'not-done'; readonly reason: string }
  /** Where the record of the run is kept when it is not Zendesk. */
  | { readonly is: 'kept-here-only'; readonly in: 'browser' | 'memory' }
  | { readonly is: 'assistant-off' }
  | { readonly is: 'assistant-failing'; readonly reason: string }
  /** A system did not answer while facts were read. `until`: it has stopped answering at all and is not asked before. */
  | {
      readonly is: 'system-down';
      readonly system: string;
      readonly reason: string;
      readonly until?: Instant;
      /** A setting is wrong: the reason names it, and only an admin can mend it. */
      readonly isMisconfigured?: true;
    }
  /** For admins only. */
  | { readonly is: 'settings-broken'; readonly problems: readonly SettingProblem[] }
  /** For admins only: a version that the settings name and that cannot run. */
  | {
      readonly is: 'sop-unusable';
      readonly sop: string;
      readonly version: number;
      readonly because: 'missing' | 'hash-differs' | 'has-errors' | 'unavailable';
    };

/** What is wrong with a setting, by line. The other lines work. */
export type SettingProblem = {
  /** The name of the setting, such as `sop_mappings`. */
  readonly setting: string;
  /** From 1; undefined where the whole value is meant. */
  readonly line: number | undefined;
  /** The line as it was written. */
  readonly text: string;
  readonly because:
    /** Not of the form that the setting has. */
    | 'form'
    /** The condition of a mapping has the `problems`. */
    | 'condition'
    /** The description of a system has the `problems`. */
    | 'description'
    | 'unknown-sop'
    | 'duplicate'
    | 'not-json'
    | 'not-a-number'
    | 'not-a-currency'
    /** For a number of seconds. */
    | 'not-5-to-60';
  readonly problems: readonly (Problem | ApiProblem)[];
};
