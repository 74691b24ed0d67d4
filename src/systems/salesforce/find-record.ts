import type { ActionContext } from '../../app/ports/actions.ts';
import type { ReadRequest } from '../../app/ports/records.ts';
import type { PreviewLine, RecordChoice } from '../../domain/decisions/proposal.ts';
import type { Instant } from '../../domain/run/events.ts';
import type { RecordDeclaration } from '../../domain/sop/document.ts';
import { declarationOf, factText, recordDeclaration, requesterEmail } from '../look-up/fact-text.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { isSalesforceId, isSameId } from './salesforce-id.ts';
import { recordUrl, salesforceRecords, selectionOf, textAt, type RecordName } from './salesforce-objects.ts';
import type { SalesforceRecords } from './salesforce-records.ts';
import type { Row } from './salesforce-schemas.ts';
import type { Soql } from './soql.ts';

/** What a look-up knows of the ticket and of the SOP. */
export type Known = Pick<ReadRequest, 'ticket' | 'keyFact' | 'chosen'> & {
  /** By which fact the SOP finds this kind of record, where it says so. */
  readonly declared: (entity: string) => RecordDeclaration | undefined;
};

/** For a fact only the record counts that its source names. */
export function knownOfRead({ ticket, keyFact, chosen, records, source }: ReadRequest): Known {
  const declaration = recordDeclaration(records, source.declaredRecord);
  const declared = (entity: string) => (declaration?.entity === entity ? declaration : undefined);
  return { ticket, keyFact, chosen, declared };
}

/** An action names no record, so it is about the ones that the SOP declares. */
export function knownOfAction({ ticket, keyFact, chosen, records }: ActionContext): Known {
  return { ticket, keyFact, chosen, declared: (entity) => declarationOf(records, 'salesforce', [entity]) };
}

export type Finder = {
  readonly records: SalesforceRecords;
  readonly now: () => Instant;
  /** Host of the org, for links. */
  readonly host: string;
};

/** More than these nobody tells apart at a glance; one more is asked for, to know that there are more. */
const mostCandidates = 10;

/**
 * The record that is meant: by the fact that the SOP declares, else by the requester: the contact of the address, its account, the account's
 * open opportunity, the contact's open case. A declared key that is unknown is never replaced. Of several the one that a person has chosen.
 */
export async function findRecord(
  finder: Finder,
  record: RecordName,
  known: Known,
  asker: Asker,
): Promise<LookUp<Row>> {
  const declaration = known.declared(record);
  if (declaration === undefined) return byRequester(finder, record, known, asker);
  const key = factText(known.keyFact(declaration.by));
  const chosen = known.chosen('salesforce', record);
  return key === undefined
    ? keyMissing(finder)
    : one(finder, { record, chosen }, whereOfKey(record, key), asker);
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
  const chosen = known.chosen('salesforce', record);
  const ofRequester = (other: RecordName) => findRecord(finder, other, known, asker);
  switch (record) {
    case 'contact': {
      const email = requesterEmail(known.ticket);
      return email === undefined
        ? keyMissing(finder)
        : one(finder, { record, chosen }, { Email: email }, asker);
    }
    case 'account':
      return follow(await ofRequester('contact'), (contact, observedAt) => {
        const id = textAt(contact, 'AccountId');
        return id === undefined
          ? { is: 'none', because: 'not-found', observedAt }
          : one(finder, { record, chosen }, { Id: id }, asker);
      });
    case 'opportunity':
      return follow(await ofRequester('account'), ({ Id }) =>
        one(finder, { record, chosen }, { AccountId: Id, IsClosed: false }, asker),
      );
    case 'case':
      return follow(await ofRequester('contact'), ({ Id }) =>
        one(finder, { record, chosen }, { ContactId: Id, IsClosed: false }, asker),
      );
  }
}

type Meant = {
  readonly record: RecordName;
  /** The one that a person has chosen, if anybody has. */
  readonly chosen: string | undefined;
};

/**
 * The only one that fits, or of several the one that a person has chosen among them; else a person is asked. A choice never points at a record
 * that does not fit, and one that is not there any more must not lead to another one.
 */
async function one(
  { records, host }: Finder,
  { record, chosen }: Meant,
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
    const meant = chosen === undefined ? undefined : all.find(({ Id }) => isSameId(Id, chosen));
    if (meant !== undefined) return { is: 'found', record: meant, observedAt };
    if (others.length === 0 && chosen === undefined) return { is: 'found', record: only, observedAt };
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
