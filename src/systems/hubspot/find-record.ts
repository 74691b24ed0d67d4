import type { RecordDeclaration } from '../../domain/sop/document.ts';
import type { Instant } from '../../domain/run/events.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import type { ReadRequest } from '../../app/ports/records.ts';
import { declarationOf, factText, recordDeclaration, requesterEmail } from '../look-up/fact-text.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { companyChoice, contactChoice, severalOf } from './record-choices.ts';
import { mostCandidates, type HubspotRecords } from './hubspot-records.ts';
import type { HubspotObject } from './hubspot-schemas.ts';

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
  return { ticket, keyFact, chosen, declared: (entity) => declarationOf(records, 'hubspot', [entity]) };
}

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
 * The contact that is meant: by the fact that the SOP declares (an address, an id, else a phone number), else by the requester's address. A
 * declared key that is unknown is never replaced by another. Of several the one that a person has chosen.
 */
export function findContact(finder: Finder, known: Known, asker: Asker): Promise<LookUp<HubspotObject>> {
  const key = keyOf(known, 'contact');
  if (key.is === 'missing') return missing(finder);
  return contactByKey(finder, key.text ?? requesterEmail(known.ticket), {
    asker,
    chosen: known.chosen('hubspot', 'contact'),
  });
}

/** The company that is meant: declared (an id, a domain, else a name), else the one that the contact belongs to. */
export async function findCompany(
  finder: Finder,
  known: Known,
  asker: Asker,
): Promise<LookUp<HubspotObject>> {
  const choosing = { asker, chosen: known.chosen('hubspot', 'company') };
  const key = keyOf(known, 'company');
  if (key.is === 'missing') return missing(finder);
  if (key.text !== undefined) return companyByKey(finder, key.text, choosing);
  return follow(await findContact(finder, known, asker), (contact) => companyOf(finder, contact, choosing));
}

type Choosing = { readonly asker: Asker; readonly chosen: string | undefined };

type Key = { readonly is: 'missing' } | { readonly is: 'key'; readonly text: string | undefined };

/** Only a declaration of this kind of record counts. */
function keyOf({ declared, keyFact }: Known, entity: string): Key {
  const declaration = declared(entity);
  if (declaration === undefined) return { is: 'key', text: undefined };
  const text = factText(keyFact(declaration.by));
  return text === undefined ? { is: 'missing' } : { is: 'key', text };
}

const missing = async ({ now }: Finder) =>
  ({ is: 'none', because: 'key-missing', observedAt: now() }) as const;

async function contactByKey(
  finder: Finder,
  key: string | undefined,
  { asker, chosen }: Choosing,
): Promise<LookUp<HubspotObject>> {
  if (key === undefined) return missing(finder);
  if (key.includes('@')) return finder.records.contactByEmail(key, contactProperties, asker);
  const search = { type: 'contacts', property: 'phone', value: key, properties: contactProperties } as const;
  const ofPhone = finder.records.search(search, asker);
  // Digits alone can be an id or a phone number: what fits either way is a candidate.
  const ofId = /^\d+$/.test(key) ? await contactById(finder, key, asker) : undefined;
  if (ofId?.is === 'failed') return ofId;
  return follow(await ofPhone, (contacts, observedAt) => {
    const all = ofId?.is === 'found' ? [ofId.record, ...contacts] : contacts;
    const different = [...new Map(all.map((contact) => [contact.id, contact])).values()];
    return severalOf(different, observedAt, { chosen, choiceOf: contactChoice });
  });
}

const contactById = ({ records }: Finder, id: string, asker: Asker) =>
  records.object({ type: 'contacts', id, properties: contactProperties }, asker);

const companyById = ({ records }: Finder, id: string, asker: Asker) =>
  records.object({ type: 'companies', id, properties: companyProperties }, asker);

/** Two companies may share a domain or a name. */
async function companyByKey(
  finder: Finder,
  key: string,
  { asker, chosen }: Choosing,
): Promise<LookUp<HubspotObject>> {
  if (/^\d+$/.test(key)) return companyById(finder, key, asker);
  const property = key.includes('.') && !/\s/.test(key) ? 'domain' : 'name';
  const search = { type: 'companies', property, value: key, properties: companyProperties } as const;
  return follow(await finder.records.search(search, asker), (companies, observedAt) =>
    severalOf(companies, observedAt, { chosen, choiceOf: companyChoice }),
  );
}

/** HubSpot lets a contact belong to several companies. */
async function companyOf(
  { records }: Finder,
  contact: HubspotObject,
  { asker, chosen }: Choosing,
): Promise<LookUp<HubspotObject>> {
  const linked = await records.linked({ from: 'contacts', id: contact.id, to: 'companies' }, asker);
  return follow(linked, async (ids, seenAt) => {
    if (ids.length > mostCandidates) return { is: 'none', because: 'several', observedAt: seenAt };
    const all = await records.objects({ type: 'companies', ids, properties: companyProperties }, asker);
    return follow(all, (companies, observedAt) =>
      severalOf(companies, observedAt, { chosen, choiceOf: companyChoice }),
    );
  });
}
