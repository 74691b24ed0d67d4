import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactName } from '../../domain/facts/value.ts';
import type { RecordDeclaration } from '../../domain/sop/document.ts';
import type { Instant } from '../../domain/run/events.ts';
import type { ChosenRecord } from '../../app/ports/records.ts';
import type { Ticket } from '../../app/ports/ticket-desk.ts';
import { factText, recordDeclaration, requesterEmail } from '../look-up/fact-text.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { companyChoice, contactChoice, severalOf } from './record-choices.ts';
import { mostCandidates, type HubspotRecords } from './hubspot-records.ts';
import type { HubspotObject } from './hubspot-schemas.ts';

/** What a look-up knows of the ticket: a request for a fact and an action's context both do. */
export type Known = {
  readonly ticket: Ticket;
  readonly keyFact: (name: FactName) => FactJson | undefined;
  readonly chosen: ChosenRecord;
  readonly records?: readonly RecordDeclaration[];
  readonly declaredRecord?: string | undefined;
};

/** What is read of every contact and company, so that their facts share one request. */
const contactProperties = [
  'email',
  'firstname',
  'lastname',
  'phone',
  'lifecyclestage',
  'hs_lead_status',
  'createdate',
  'hubspot_owner_id',
] as const;
const companyProperties = [
  'name',
  'domain',
  'industry',
  'annualrevenue',
  'hs_annual_revenue_currency_code',
  'hs_ideal_customer_profile',
  'createdate',
  'hubspot_owner_id',
] as const;

type Finder = { readonly records: HubspotRecords; readonly now: () => Instant };

/**
 * The contact that is meant: the one that a person chose, else by the fact that the SOP declares (an address, an id, else a phone number),
 * else by the requester's address. A declared key that is unknown is never replaced by another.
 */
export function findContact(finder: Finder, known: Known, asker: Asker): Promise<LookUp<HubspotObject>> {
  const chosen = known.chosen('hubspot', 'contact');
  if (chosen !== undefined) return contactById(finder, chosen, asker);
  const key = keyOf(known, 'contact');
  return key.is === 'missing'
    ? missing(finder)
    : contactByKey(finder, key.text ?? requesterEmail(known.ticket), asker);
}

/** The company that is meant: chosen, declared (an id, a domain, else a name), else the one that the contact belongs to. */
export async function findCompany(
  finder: Finder,
  known: Known,
  asker: Asker,
): Promise<LookUp<HubspotObject>> {
  const chosen = known.chosen('hubspot', 'company');
  if (chosen !== undefined) return companyById(finder, chosen, asker);
  const key = keyOf(known, 'company');
  if (key.is === 'missing') return missing(finder);
  if (key.text !== undefined) return companyByKey(finder, key.text, asker);
  const { declaredRecord: _, ...ofContact } = known;
  return follow(await findContact(finder, ofContact, asker), (contact) => companyOf(finder, contact, asker));
}

type Key = { readonly is: 'missing' } | { readonly is: 'key'; readonly text: string | undefined };

/** Only a declaration of this kind of record counts. */
function keyOf({ records = [], declaredRecord, keyFact }: Known, entity: string): Key {
  const declaration = recordDeclaration(records, declaredRecord);
  if (declaration?.entity !== entity) return { is: 'key', text: undefined };
  const text = factText(keyFact(declaration.by));
  return text === undefined ? { is: 'missing' } : { is: 'key', text };
}

const missing = async ({ now }: Finder) =>
  ({ is: 'none', because: 'key-missing', observedAt: now() }) as const;

async function contactByKey(
  finder: Finder,
  key: string | undefined,
  asker: Asker,
): Promise<LookUp<HubspotObject>> {
  if (key === undefined) return missing(finder);
  if (key.includes('@')) return finder.records.contactByEmail(key, contactProperties, asker);
  if (/^\d+$/.test(key)) return contactById(finder, key, asker);
  const search = { type: 'contacts', property: 'phone', value: key, properties: contactProperties } as const;
  return follow(await finder.records.search(search, asker), (contacts, observedAt) =>
    severalOf(contacts, observedAt, contactChoice),
  );
}

const contactById = ({ records }: Finder, id: string, asker: Asker) =>
  records.object({ type: 'contacts', id, properties: contactProperties }, asker);

const companyById = ({ records }: Finder, id: string, asker: Asker) =>
  records.object({ type: 'companies', id, properties: companyProperties }, asker);

/** Two companies may share a domain or a name. */
async function companyByKey(finder: Finder, key: string, asker: Asker): Promise<LookUp<HubspotObject>> {
  if (/^\d+$/.test(key)) return companyById(finder, key, asker);
  const property = key.includes('.') && !/\s/.test(key) ? 'domain' : 'name';
  const search = { type: 'companies', property, value: key, properties: companyProperties } as const;
  return follow(await finder.records.search(search, asker), (companies, observedAt) =>
    severalOf(companies, observedAt, companyChoice),
  );
}

/** HubSpot lets a contact belong to several companies. */
async function companyOf(
  { records }: Finder,
  contact: HubspotObject,
  asker: Asker,
): Promise<LookUp<HubspotObject>> {
  const linked = await records.linked({ from: 'contacts', id: contact.id, to: 'companies' }, asker);
  return follow(linked, async (ids, seenAt) => {
    if (ids.length > mostCandidates) return { is: 'none', because: 'several', observedAt: seenAt };
    const all = await records.objects({ type: 'companies', ids, properties: companyProperties }, asker);
    return follow(all, (companies, observedAt) => severalOf(companies, observedAt, companyChoice));
  });
}
