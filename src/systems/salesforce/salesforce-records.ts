import type { Clock } from '../../app/ports/clock.ts';
import type { LookUp } from '../look-up/look-up.ts';
import { shareLookUps, type Asker } from '../look-up/share-look-ups.ts';
import type { Queried, SalesforceApi, Writable } from './salesforce-api.ts';
import type { FieldDefinition, Row } from './salesforce-schemas.ts';
import { soql, type Soql } from './soql.ts';

/** What is looked up in Salesforce, each once per ticket. Queries read the records themselves, not an index. */
export type SalesforceRecords = {
  rows(query: Soql, asker: Asker): Promise<LookUp<readonly Row[]>>;
  /** With `CurrencyIsoCode` where the org has several currencies; in other orgs there is no such field. */
  rowsWithCurrency(query: Soql, asker: Asker): Promise<LookUp<readonly Row[]>>;
  fieldDefinition(object: Writable, name: string, asker: Asker): Promise<LookUp<FieldDefinition>>;
};

export function createSalesforceRecords(api: SalesforceApi, clock: Clock): SalesforceRecords {
  // Known once somebody has asked for it; an org does not change it.
  let hasCurrencies: boolean | undefined;
  const queries = new Map<string, Soql>();
  const shared = shareLookUps<readonly Row[]>(async (text, asker) => {
    const query = queries.get(text);
    if (query === undefined) throw new Error(`Cannot ask Salesforce ${text}: nobody asked for it.`);
    return lookUpOf(await api.query(query, priorityOf(asker)), clock.now());
  });
  const rows: SalesforceRecords['rows'] = (query, asker) => {
    const text = soql(query);
    queries.set(text, query);
    const answer = shared(text, asker);
    queries.delete(text);
    return answer;
  };
  const definitions = shareLookUps<FieldDefinition>(async (place, asker) => {
    const [object = '', name = ''] = place.split('.');
    const answer = await api.fieldDefinition(objectOf(object), name, priorityOf(asker));
    if (answer.is === 'failed') return answer;
    const [definition] = answer.body.records;
    return definition === undefined
      ? { is: 'none', because: 'no-such-field', observedAt: clock.now() }
      : { is: 'found', record: definition, observedAt: clock.now() };
  });
  return {
    rows,
    rowsWithCurrency: async (query, asker) => {
      if (hasCurrencies === false) return rows(query, asker);
      const answer = await rows({ ...query, select: [...query.select, 'CurrencyIsoCode'] }, asker);
      if (answer.is === 'found') hasCurrencies = true;
      if (answer.is !== 'none' || answer.because !== 'no-such-field' || hasCurrencies === true) return answer;
      const without = await rows(query, asker);
      if (without.is === 'found') hasCurrencies = false;
      return without;
    },
    fieldDefinition: (object, name, asker) => definitions(`${object}.${name}`, asker),
  };
}

const writable: readonly Writable[] = ['Contact', 'Account', 'Opportunity', 'Case'];
const objectOf = (name: string): Writable => writable.find((object) => object === name) ?? 'Contact';

function lookUpOf(answer: Queried, observedAt: string): LookUp<readonly Row[]> {
  switch (answer.is) {
    case 'parsed':
      return { is: 'found', record: answer.body, observedAt };
    case 'no-such-field':
      return { is: 'none', because: 'no-such-field', observedAt };
    case 'failed':
      return answer;
  }
}

const priorityOf = (asker: Asker) => (asker.freshness === 'newest' ? 'person' : 'background');
