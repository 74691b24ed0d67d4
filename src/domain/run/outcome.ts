import type { Failure, Person } from './events.ts';

/** How a run ended. Waiting is not an outcome. Source: SOP language, section 4. */
export type Outcome =
  | { readonly is: 'closed'; readonly as: string }
  | { readonly is: 'escalated'; readonly to: string; readonly because: string | undefined }
  /** By the SOP's own `stop`, or by a person: a gate answered no, a take-over. */
  | { readonly is: 'stopped'; readonly by: Person | 'sop'; readonly reason: string | undefined }
  | { readonly is: 'failed'; readonly failure: Failure }
  | { readonly is: 'cancelled'; readonly reason: string };
