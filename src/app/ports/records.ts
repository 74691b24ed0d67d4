import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactName, FactType } from '../../domain/facts/value.ts';
import type { RecordChoice } from '../../domain/decisions/proposal.ts';
import type { RecordDeclaration, Source } from '../../domain/sop/document.ts';
import type { Failure, Instant, Reading, ReadSource } from '../../domain/run/events.ts';
import type { Ticket } from './ticket-desk.ts';

export type SystemSource = Extract<Source, { from: 'system' }>;

/** The id of the record that a person has chosen where several fit; undefined where nobody has. */
export type ChosenRecord = (system: string, record: string) => string | undefined;

export type ReadRequest = {
  readonly fact: FactName;
  /** As the SOP declares it: what the system gives has to be read as this, such as a plain decimal as `money USD`. */
  readonly type: FactType;
  readonly source: SystemSource;
  readonly records: readonly RecordDeclaration[];
  readonly ticket: Ticket;
  /** Facts that are known already and may be the key of a look-up, such as `order number`; undefined where unknown. */
  readonly keyFact: (name: FactName) => FactJson | undefined;
  readonly chosen: ChosenRecord;
  /** `newest`: ask the system again. `shared`: what another fact of the same ticket has just fetched will do. */
  readonly freshness: 'shared' | 'newest';
};

export type ReadAnswer =
  | {
      readonly is: 'read';
      readonly reading: Reading;
      readonly source: ReadSource;
      readonly observedAt: Instant;
      /** With a reading of `several`, where the system could list them all: one of these is meant. */
      readonly choice?: RecordChoice;
    }
  | { readonly is: 'failed'; readonly system: string; readonly failure: Failure };

/** Reads facts from the systems. Never throws for what a system does; the answer says it. */
export interface Records {
  read(request: ReadRequest): Promise<ReadAnswer>;
  /** Names of facts that must be known before this source can be looked up, such as `order number` of a Shopify order. */
  keyFacts(
    source: SystemSource,
    records: readonly RecordDeclaration[],
    declared: readonly FactName[],
  ): readonly FactName[];
}
