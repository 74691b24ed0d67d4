import type { ReadRequest } from '../../app/ports/records.ts';
import type { FactType } from '../../domain/facts/value.ts';
import type { Instant, Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { follow, type FieldReading, type LookUp, type NoneBecause } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { fieldReading } from './field-value.ts';
import { findRecord, knownOfRead, type Finder } from './find-record.ts';
import { historyFact, historyFacts } from './history-facts.ts';
import { accountOwnerFacts, ownerFacts } from './salesforce-facts.ts';
import {
  isRecordName,
  recordUrl,
  salesforceRecords,
  standardFacts,
  textAt,
  type RecordName,
} from './salesforce-objects.ts';
import type { Row } from './salesforce-schemas.ts';
import { isFieldName } from './soql.ts';

type Reader = Finder & { readonly dateOf: DateOf };

/** Looks up the one fact that is asked for. */
export async function readSalesforceFact(
  reader: Reader,
  request: ReadRequest,
): Promise<LookUp<FieldReading>> {
  const { record, field, customField } = request.source;
  if (record === 'owner') return readText(reader, request, 'contact', ownerFacts.get(field));
  if (!isRecordName(record)) return none('not-offered', reader.now());
  if (customField === undefined) {
    const owner = record === 'account' ? accountOwnerFacts.get(field) : undefined;
    if (owner !== undefined) return readText(reader, request, record, owner);
    if (isHistory(record) && historyFacts[record].has(field)) return readHistory(reader, request, record);
  }
  return readField(reader, request, record);
}

const isHistory = (record: RecordName): record is 'contact' | 'account' =>
  record === 'contact' || record === 'account';

async function readText(
  reader: Reader,
  request: ReadRequest,
  record: RecordName,
  path: string | undefined,
): Promise<LookUp<FieldReading>> {
  if (path === undefined) return none('no-such-field', reader.now());
  const found = await findRecord(reader, record, knownOfRead(request), askerOf(request));
  return follow(found, (row, observedAt) => {
    const value = textAt(row, path);
    return answered(reader, row, value === undefined ? { is: 'empty' } : { is: 'value', value }, observedAt);
  });
}

async function readHistory(
  reader: Reader,
  request: ReadRequest,
  record: 'contact' | 'account',
): Promise<LookUp<FieldReading>> {
  const fact = historyFacts[record].get(request.source.field);
  if (fact === undefined) return none('no-such-field', reader.now());
  const asker = askerOf(request);
  const declared = request.type.kind === 'money' ? request.type.currency : undefined;
  return follow(await findRecord(reader, record, knownOfRead(request), asker), async (row) => {
    const value = await historyFact(reader.records, {
      fact,
      parent: { record, id: row.Id },
      declared,
      asker,
    });
    return follow(value, (known, observedAt) =>
      answered(
        reader,
        row,
        known === undefined ? { is: 'empty' } : { is: 'value', value: known },
        observedAt,
      ),
    );
  });
}

/** A field by its API name, whose capitals count: Salesforce would find it in any, and the answer would stand under another name. */
async function readField(
  reader: Reader,
  request: ReadRequest,
  record: RecordName,
): Promise<LookUp<FieldReading>> {
  const { field, customField } = request.source;
  const name = customField ?? field;
  if (!isFieldName(name)) return none('no-such-field', reader.now());
  const asker = askerOf(request);
  const type = withCurrency(standardFacts(record).get(name) ?? request.type, request.type);
  return follow(await findRecord(reader, record, knownOfRead(request), asker), async (row, seenAt) => {
    if (Object.hasOwn(row, name)) return answered(reader, row, readingIn(reader, row, name, type), seenAt);
    const query = {
      select: ['Id', name],
      from: salesforceRecords[record].object,
      where: { Id: row.Id },
      limit: 1,
    };
    const { records } = reader;
    const found = await (type.kind === 'money'
      ? records.rowsWithCurrency(query, asker)
      : records.rows(query, asker));
    return follow(found, ([own], observedAt) =>
      own === undefined
        ? none('not-found', observedAt)
        : answered(reader, row, readingIn(reader, own, name, type), observedAt),
    );
  });
}

const readingIn = ({ dateOf }: Reader, row: Row, name: string, type: FactType): Reading =>
  fieldReading(row, name, { type, dateOf, currency: textAt(row, 'CurrencyIsoCode') });

const withCurrency = (type: FactType, declared: FactType): FactType =>
  type.kind === 'money' && type.currency === undefined && declared.kind === 'money' ? declared : type;

const askerOf = ({ ticket, freshness }: ReadRequest): Asker => ({ ticketId: ticket.id, freshness });

const answered = (
  { host }: Reader,
  row: Row,
  reading: Reading,
  observedAt: Instant,
): LookUp<FieldReading> => ({
  is: 'found',
  record: { reading, url: recordUrl(host, row) },
  observedAt,
});

const none = (because: NoneBecause, observedAt: Instant) => ({ is: 'none', because, observedAt }) as const;
