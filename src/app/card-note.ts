import type { Change, Verification } from '../domain/decisions/approval.ts';
import type { Instant, Person } from '../domain/run/events.ts';

/**
 * What stands on a proposal's card besides what the log says: decisions that are under way or led to nothing, and the search for
 * a lost answer. Gone after a reload, because nothing was done.
 */
export type CardNote =
  | { readonly is: 'approving'; readonly by: Person }
  | { readonly is: 'stale'; readonly changes: readonly Change[] }
  | { readonly is: 'expired'; readonly at: Instant }
  | { readonly is: 'refused'; readonly because: RefusedBecause; readonly detail: string }
  /** The system is being asked what came of an execution. */
  | { readonly is: 'checking'; readonly since: Instant }
  /** It could not say: a person looks and decides. */
  | { readonly is: 'cannot-tell'; readonly how: string; readonly at: Instant }
  /** Somebody else is carrying it out. */
  | { readonly is: 'elsewhere'; readonly by: Person | undefined; readonly since: Instant };

type RefusedBecause =
  Extract<Verification, { is: 'refused' }>['because'] | 'claimed-by-another' | 'ledger-unavailable';
