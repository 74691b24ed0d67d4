import type { ReadRequest } from '../../app/ports/records.ts';
import type { FactField } from '../system.ts';
import type { AccountDirectory } from './account-directory.ts';
import type { Outcome } from './fact-outcome.ts';
import type { FactRecords } from './fact-records.ts';

/** What the reading of a fact of the REST API works with. */
export type RestReading = {
  readonly rest: FactRecords;
  readonly directory: Pick<AccountDirectory, 'customStatuses'>;
  readonly request: ReadRequest;
  /** Ids of the open page; undefined where there is none. */
  readonly requesterId: string | undefined;
  readonly organizationId: string | undefined;
  readonly timeZone: string;
  readonly now: string;
};

/** A fact that only the REST API tells. It is asked for where an SOP declares it, and never otherwise. */
export type RestFact = FactField & { readonly read: (reading: RestReading) => Promise<Outcome> };
