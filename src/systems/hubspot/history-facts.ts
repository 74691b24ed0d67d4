import { decimalText, parseDecimal } from '../../domain/facts/decimal.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactType } from '../../domain/facts/value.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { moneyOf } from './property-value.ts';
import { linkedObjects, type HubspotRecords, type Stage } from './hubspot-records.ts';
import type { HubspotObject } from './hubspot-schemas.ts';

/** A deal or ticket with the stage that it is in. */
type Staged = { readonly object: HubspotObject; readonly stage: Stage };

/** A fact over everything that hangs on a contact or a company; undefined where it cannot be told. */
type HistoryFact = {
  readonly type: FactType;
  /** `declared`: the currency that the SOP declares for the fact. */
  readonly of: (all: readonly Staged[], declared: string | undefined) => FactJson | undefined;
};

const count = { kind: 'count' } as const;
const list = { kind: 'list' } as const;

export const dealFacts: Readonly<Record<string, HistoryFact>> = {
  deal_count: { type: count, of: (deals) => deals.length },
  open_deal_count: { type: count, of: (deals) => deals.filter(isOpen).length },
  /** One item for each deal that is neither won nor lost: its name. */
  open_deals: {
    type: list,
    of: (deals) => deals.filter(isOpen).map(({ object }) => object.properties['dealname'] || object.id),
  },
  /** Unknown where an open deal has no amount, or two have different currencies. */
  open_deal_amount: {
    type: { kind: 'money', currency: undefined },
    of: (deals, declared) => sumOf(deals.filter(isOpen), declared),
  },
  newest_deal_stage: { type: { kind: 'text' }, of: (deals) => newest(deals)?.stage.label },
};

export const ticketFacts: Readonly<Record<string, HistoryFact>> = {
  open_ticket_count: { type: count, of: (tickets) => tickets.filter(isOpen).length },
  /** One item for each ticket in HubSpot that is not closed: its subject. */
  open_tickets: {
    type: list,
    of: (tickets) => tickets.filter(isOpen).map(({ object }) => object.properties['subject'] || object.id),
  },
};

/** Whether a field is one of deals or tickets, and no property of the record itself. */
export const isHistoryFact = (field: string): boolean =>
  Object.hasOwn(dealFacts, field) || Object.hasOwn(ticketFacts, field);

const isOpen = ({ stage }: Staged) => !stage.isClosed;

type Kind = {
  readonly type: 'deals' | 'tickets';
  readonly stage: string;
  readonly properties: readonly string[];
};

const deals: Kind = {
  type: 'deals',
  stage: 'dealstage',
  properties: ['dealname', 'dealstage', 'amount', 'deal_currency_code', 'createdate'],
};
const tickets: Kind = {
  type: 'tickets',
  stage: 'hs_pipeline_stage',
  properties: ['subject', 'hs_pipeline_stage', 'createdate'],
};

export type Owner = { readonly from: 'contacts' | 'companies'; readonly id: string };
type Asked = { readonly field: string; readonly declared: string | undefined; readonly asker: Asker };

/** Reads a fact of `dealFacts` or `ticketFacts` of one contact or company. */
export async function historyFact(
  records: HubspotRecords,
  owner: Owner,
  { field, declared, asker }: Asked,
): Promise<LookUp<FactJson | undefined>> {
  const deal = dealFacts[field];
  const fact = deal ?? ticketFacts[field];
  const kind = deal === undefined ? tickets : deals;
  return follow(await staged(records, owner, kind, asker), (all, observedAt) => ({
    is: 'found',
    record: fact?.of(all, declared),
    observedAt,
  }));
}

/** Whether something is open stands in the pipelines; a stage that is in none of them makes everything unsure. */
async function staged(
  records: HubspotRecords,
  { from, id }: Owner,
  { type, stage: property, properties }: Kind,
  asker: Asker,
): Promise<LookUp<readonly Staged[]>> {
  const objects = await linkedObjects(records, { from, id, to: type }, properties, asker);
  return follow(objects, async (all) => {
    if (all.length === 0) return objects.is === 'found' ? { ...objects, record: [] } : objects;
    return follow(await records.stages(type, asker), (stages, observedAt) => {
      const known = all.map((object) => ({ object, stage: stages.get(object.properties[property] ?? '') }));
      const placed = known.flatMap(({ object, stage }) => (stage === undefined ? [] : [{ object, stage }]));
      if (placed.length === known.length) return { is: 'found', record: placed, observedAt };
      const reason = `HubSpot has ${type} in a stage that none of its pipelines has.`;
      return { is: 'failed', failure: { code: 'unreadable', reason } };
    });
  });
}

function sumOf(open: readonly Staged[], declared: string | undefined): FactJson | undefined {
  const currencies = new Set(open.map(({ object }) => object.properties['deal_currency_code'] || declared));
  const [currency = declared, ...others] = currencies;
  if (others.length > 0 || currency === undefined) return undefined;
  let sum = parseDecimal('0');
  for (const { object } of open) {
    const amount = parseDecimal(object.properties['amount'] ?? '');
    sum = amount === undefined ? undefined : sum?.plus(amount);
  }
  return sum === undefined ? undefined : moneyOf(decimalText(sum), currency);
}

function newest(all: readonly Staged[]): Staged | undefined {
  const created = ({ object }: Staged) => Date.parse(object.properties['createdate'] ?? '') || 0;
  return all.toSorted((left, right) => created(right) - created(left))[0];
}
