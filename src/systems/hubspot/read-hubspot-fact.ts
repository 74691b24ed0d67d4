import type { ReadRequest } from '../../app/ports/records.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactType } from '../../domain/facts/value.ts';
import type { Instant, Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { follow, type FieldReading, type LookUp, type NoneBecause } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { findCompany, findContact, knownOfRead } from './find-record.ts';
import { historyFact, isHistoryFact } from './history-facts.ts';
import { companyFacts, contactFacts, currencyOf, ownerFacts } from './hubspot-facts.ts';
import type { HubspotRecords } from './hubspot-records.ts';
import type { HubspotObject } from './hubspot-schemas.ts';
import { factOfProperty } from './property-value.ts';

type Reader = { readonly records: HubspotRecords; readonly dateOf: DateOf; readonly now: () => Instant };

/** Internal names of properties. They come from headers of SOPs, never from a message, and are checked all the same. */
export const propertyName = /^[a-z][a-z0-9_]{0,99}$/;

const records = {
  contact: { type: 'contacts', facts: contactFacts, find: findContact },
  company: { type: 'companies', facts: companyFacts, find: findCompany },
} as const;

/** Looks up the one fact that is asked for. */
export async function readHubspotFact(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const { record } = request.source;
  switch (record) {
    case 'contact':
    case 'company':
      return readOfRecord(reader, request, records[record]);
    case 'owner':
      return readOfOwner(reader, request);
    default:
      return none('not-offered', reader.now());
  }
}

async function readOfRecord(
  reader: Reader,
  request: ReadRequest,
  { type, facts, find }: (typeof records)[keyof typeof records],
): Promise<LookUp<FieldReading>> {
  const { field, customField } = request.source;
  const property = customField ?? field;
  const asker = askerOf(request);
  const isHistory = customField === undefined && isHistoryFact(field);
  if (!isHistory && !propertyName.test(property)) return none('no-such-field', reader.now());
  return follow(await find(reader, knownOfRead(request), asker), async (object, seenAt) => {
    if (isHistory) {
      const asked = { field, declared: currencyDeclared(request.type), asker };
      const value = await historyFact(reader.records, { from: type, id: object.id }, asked);
      return follow(value, (known, observedAt) => found(readingOf(known), observedAt));
    }
    const standard =
      customField === undefined && Object.hasOwn(facts, property) ? facts[property] : undefined;
    const how = { property, type: withCurrency(standard ?? request.type, request.type) };
    if (Object.hasOwn(object.properties, property))
      return found(propertyReading(reader, object, how), seenAt);
    const one = { type, id: object.id, properties: [property] };
    return follow(await reader.records.object(one, asker), (custom, observedAt) =>
      found(propertyReading(reader, custom, how), observedAt),
    );
  });
}

async function readOfOwner(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const fact = ownerFacts.get(request.source.field);
  if (fact === undefined) return none('no-such-field', reader.now());
  const asker = askerOf(request);
  const contact = await findContact(reader, knownOfRead(request), asker);
  return follow(contact, async ({ properties }, seenAt) => {
    const id = properties['hubspot_owner_id'];
    // Nobody owns the contact: its owner's name is empty, not unknown.
    if (!id) return found({ is: 'empty' }, seenAt);
    return follow(await reader.records.owner(id, asker), (owner, observedAt) =>
      found(readingOf(fact.of(owner)), observedAt),
    );
  });
}

/** HubSpot leaves out what it does not have; what is there and holds nothing is null. */
function propertyReading(
  { dateOf }: Reader,
  object: HubspotObject,
  { property, type }: { readonly property: string; readonly type: FactType },
): Reading {
  const raw = Object.hasOwn(object.properties, property) ? object.properties[property] : undefined;
  if (raw === undefined) return { is: 'none', because: 'no-such-field' };
  if (raw === null || raw === '') return { is: 'empty' };
  return { is: 'value', value: factOfProperty(raw, { type, dateOf, currency: currencyOf(object) }) };
}

const withCurrency = (type: FactType, declared: FactType): FactType =>
  type.kind === 'money' && type.currency === undefined && declared.kind === 'money' ? declared : type;

const currencyDeclared = (type: FactType) => (type.kind === 'money' ? type.currency : undefined);

const askerOf = ({ ticket, freshness }: ReadRequest): Asker => ({ ticketId: ticket.id, freshness });

const readingOf = (value: FactJson | undefined): Reading =>
  value === undefined ? { is: 'empty' } : { is: 'value', value };

const found = (reading: Reading, observedAt: Instant): LookUp<FieldReading> => ({
  is: 'found',
  record: { reading, url: undefined },
  observedAt,
});

const none = (because: NoneBecause, observedAt: Instant) => ({ is: 'none', because, observedAt }) as const;
