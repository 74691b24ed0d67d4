import type { PreviewLine, RecordCandidate, RecordChoice } from '../../domain/decisions/proposal.ts';
import type { Instant } from '../../domain/run/events.ts';
import type { LookUp } from '../look-up/look-up.ts';
import type { HubspotObject } from './hubspot-schemas.ts';

/** The only one of them; where there are several, a person is asked which one is meant. */
export function severalOf(
  objects: readonly HubspotObject[],
  observedAt: Instant,
  choiceOf: (objects: readonly HubspotObject[]) => RecordChoice,
): LookUp<HubspotObject> {
  const [only, ...others] = objects;
  if (only === undefined) return { is: 'none', because: 'not-found', observedAt };
  if (others.length === 0) return { is: 'found', record: only, observedAt };
  return { is: 'none', because: 'several', observedAt, choice: choiceOf(objects) };
}

export const contactChoice = (contacts: readonly HubspotObject[]): RecordChoice => ({
  system: 'hubspot',
  record: 'contact',
  candidates: contacts.map((contact) =>
    candidate(contact, nameOfContact(contact), { email: 'email', phone: 'phone', created: 'createdate' }),
  ),
});

export const companyChoice = (companies: readonly HubspotObject[]): RecordChoice => ({
  system: 'hubspot',
  record: 'company',
  candidates: companies.map((company) =>
    candidate(company, nameOfCompany(company), {
      domain: 'domain',
      industry: 'industry',
      created: 'createdate',
    }),
  ),
});

/** `Sample Customer`; the address, or the id, of a contact without a name. */
export function nameOfContact({ id, properties }: HubspotObject): string {
  const name = [properties['firstname'], properties['lastname']].filter((part) => part).join(' ');
  return name || properties['email'] || `Contact ${id}`;
}

export const nameOfCompany = ({ id, properties }: HubspotObject): string =>
  properties['name'] || properties['domain'] || `Company ${id}`;

/** `lines`: the property of each line by the label that people see. */
function candidate(
  { id, properties }: HubspotObject,
  name: string,
  lines: Readonly<Record<string, string>>,
): RecordCandidate {
  const details = Object.entries(lines).flatMap(([label, property]): PreviewLine[] => {
    const value = properties[property];
    if (!value) return [];
    return [{ label, value: label === 'created' ? value.slice(0, 10) : value }];
  });
  return { id, name, details };
}
