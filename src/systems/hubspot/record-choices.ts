import type { PreviewLine, RecordCandidate, RecordChoice } from '../../domain/decisions/proposal.ts';
import type { Instant } from '../../domain/run/events.ts';
import type { LookUp } from '../look-up/look-up.ts';
import type { HubspotObject } from './hubspot-schemas.ts';

type Deciding = {
  /** The one that a person has chosen, if anybody has. */
  readonly chosen: string | undefined;
  readonly choiceOf: (objects: readonly HubspotObject[]) => RecordChoice;
};

/**
 * The only one of them, or of several the one that a person has chosen among them; else a person is asked. A choice never points at a record
 * that does not fit, and one that is not there any more must not lead to another one.
 */
export function severalOf(
  objects: readonly HubspotObject[],
  observedAt: Instant,
  { chosen, choiceOf }: Deciding,
): LookUp<HubspotObject> {
  const [only, ...others] = objects;
  if (only === undefined) return { is: 'none', because: 'not-found', observedAt };
  const meant = objects.find(({ id }) => id === chosen);
  if (meant !== undefined) return { is: 'found', record: meant, observedAt };
  if (others.length === 0 && chosen === undefined) return { is: 'found', record: only, observedAt };
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
