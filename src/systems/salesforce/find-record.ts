import type { ChosenRecord } from '../../app/ports/records.ts';
import type { Ticket } from '../../app/ports/ticket-desk.ts';
import type { PreviewLine, RecordChoice } from '../../domain/decisions/proposal.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactName } from '../../domain/facts/value.ts';
import type { Instant } from '../../domain/run/events.ts';
import type { RecordDeclaration } from '../../domain/sop/document.ts';
import { factText, recordDeclaration, requesterEmail } from '../look-up/fact-text.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { isSalesforceId } from './salesforce-id.ts';
import { recordUrl, salesforceRecords, selectionOf, textAt, type RecordName } from './salesforce-objects.ts';
import type { SalesforceRecords } from './salesforce-records.ts';
import type { Row } from './salesforce-schemas.ts';
import type { Soql } from './soql.ts';

/** What a look-up knows of the ticket: a request for a fact and an action's context both do. */
export type Known = {
  readonly ticket: Ticket;
  readonly keyFact: (name: FactName) => FactJson | undefined;
  readonly chosen: ChosenRecord;
  readonly records?: readonly RecordDeclaration[];
  readonly declaredRecord?: string | undefined;
};

export type Finder = {
  readonly records: SalesforceRecords;
  readonly now: () => Instant;
  /** Host of the org, for links. */
  readonly host: string;
};

/** More than these nobody tells apart at a glance; one more is asked for, to know that there are more. */
const mostCandidates = 10;

/**
 * The record that is meant: the one that a person chose, else by the fact that the SOP declares, else by the requester: the contact of the
 * address, its account, the account's open opportunity, the contact's open case. A declared key that is unknown is never replaced.
 */
export async function findRecord(
  finder: Finder,
  record: RecordName,
  known: Known,
  asker: Asker,
): Promise<LookUp<Row>> {
  const chosen = known.chosen('salesforce', record);
  if (chosen !== undefined) return one(finder, record, { Id: chosen }, asker);
  const declaration = recordDeclaration(known.records ?? [], known.declaredRecord);
  if (declaration?.entity !== record) return byRequester(finder, record, known, asker);
  const key = factText(known.keyFact(declaration.by));
  return key === undefined ? keyMissing(finder) : one(finder, record, whereOfKey(record, key), asker);
}

const keyMissing = ({ now }: Finder): LookUp<never> => ({
  is: 'none',
  because: 'key-missing',
  observedAt: now(),
});

function whereOfKey(record: RecordName, key: string): Soql['where'] {
  if (isSalesforceId(key)) return { Id: key };
  if (record === 'case') return { CaseNumber: key };
  return record === 'contact' && key.includes('@') ? { Email: key } : { Name: key };
}

async function byRequester(
  finder: Finder,
  record: RecordName,
  known: Known,
  asker: Asker,
): Promise<LookUp<Row>> {
  const { declaredRecord: _, ...rest } = known;
  const ofRequester = (other: RecordName) => findRecord(finder, other, rest, asker);
  switch (record) {
    case 'contact': {
      const email = requesterEmail(known.ticket);
      return email === undefined ? keyMissing(finder) : one(finder, record, { Email: email }, asker);
    }
    case 'account':
      return follow(await ofRequester('contact'), (contact, observedAt) => {
        const id = textAt(contact, 'AccountId');
        return id === undefined
          ? { is: 'none', because: 'not-found', observedAt }
          : one(finder, record, { Id: id }, asker);
      });
    case 'opportunity':
      return follow(await ofRequester('account'), ({ Id }) =>
        one(finder, record, { AccountId: Id, IsClosed: false }, asker),
      );
    case 'case':
      return follow(await ofRequester('contact'), ({ Id }) =>
        one(finder, record, { ContactId: Id, IsClosed: false }, asker),
      );
  }
}

/** The only one that fits; where there are several, a person is asked which one is meant. */
async function one(
  { records, host }: Finder,
  record: RecordName,
  where: Soql['where'],
  asker: Asker,
): Promise<LookUp<Row>> {
  const { object } = salesforceRecords[record];
  const query = { select: selectionOf(record), from: object, where, limit: mostCandidates + 1 };
  const hasMoney = record === 'account' || record === 'opportunity';
  const rows = await (hasMoney ? records.rowsWithCurrency(query, asker) : records.rows(query, asker));
  return follow(rows, (all, observedAt) => {
    const [only, ...others] = all;
    if (only === undefined) return { is: 'none', because: 'not-found', observedAt };
    if (others.length === 0) return { is: 'found', record: only, observedAt };
    const several = { is: 'none', because: 'several', observedAt } as const;
    return all.length > mostCandidates ? several : { ...several, choice: choiceOf(record, all, host) };
  });
}

function choiceOf(record: RecordName, rows: readonly Row[], host: string): RecordChoice {
  const { nameOf, details } = salesforceRecords[record];
  return {
    system: 'salesforce',
    record,
    candidates: rows.map((row) => ({
      id: row.Id,
      name: nameOf(row),
      details: Object.entries(details).flatMap(([label, path]): PreviewLine[] => {
        const value = textAt(row, path);
        if (value === undefined) return [];
        return [{ label, value: path === 'CreatedDate' ? value.slice(0, 10) : value }];
      }),
      url: recordUrl(host, row),
    })),
  };
}
