import { decimalOf, decimalText, parseDecimal } from '../../domain/facts/decimal.ts';
import { isCurrencyCode } from '../../domain/facts/currency.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactType } from '../../domain/facts/value.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { selectionOf, textAt } from './salesforce-objects.ts';
import type { SalesforceRecords } from './salesforce-records.ts';
import type { Row } from './salesforce-schemas.ts';

/** A fact over the opportunities or cases of a record; undefined where it cannot be told. */
type HistoryFact = {
  readonly over: 'opportunity' | 'case';
  readonly type: FactType;
  /** `declared`: the currency that the SOP declares for the fact. */
  readonly of: (all: readonly Row[], declared: string | undefined) => FactJson | undefined;
};

const count = { kind: 'count' } as const;
const list = { kind: 'list' } as const;

const caseFacts: Readonly<Record<string, HistoryFact>> = {
  open_case_count: { over: 'case', type: count, of: (cases) => open(cases).length },
  /** One item for each case that is not closed: its number. */
  open_cases: {
    over: 'case',
    type: list,
    of: (cases) => open(cases).map((row) => textAt(row, 'CaseNumber') ?? row.Id),
  },
};

const opportunityFacts: Readonly<Record<string, HistoryFact>> = {
  open_opportunity_count: { over: 'opportunity', type: count, of: (all) => open(all).length },
  /** One item for each opportunity that is neither won nor lost: its name. */
  open_opportunities: {
    over: 'opportunity',
    type: list,
    of: (all) => open(all).map((row) => textAt(row, 'Name') ?? row.Id),
  },
  /** Unknown where an open opportunity has no amount, or two have different currencies. */
  open_opportunity_amount: {
    over: 'opportunity',
    type: { kind: 'money', currency: undefined },
    of: (all, declared) => sumOf(open(all), declared),
  },
  newest_opportunity_stage: {
    over: 'opportunity',
    type: { kind: 'text' },
    of: ([newest]) => newest && textAt(newest, 'StageName'),
  },
};

/** By the record that they are facts of. */
export const historyFacts: Readonly<Record<'contact' | 'account', ReadonlyMap<string, HistoryFact>>> = {
  contact: new Map(Object.entries(caseFacts)),
  account: new Map(Object.entries({ ...opportunityFacts, ...caseFacts })),
};

/** More than these are not counted: then nothing can be told. */
const mostCounted = 200;

type Asked = {
  readonly fact: HistoryFact;
  readonly parent: { readonly record: 'contact' | 'account'; readonly id: string };
  readonly declared: string | undefined;
  readonly asker: Asker;
};

/** Reads a fact over everything that hangs on one contact or account, newest first. */
export async function historyFact(
  records: SalesforceRecords,
  { fact, parent, declared, asker }: Asked,
): Promise<LookUp<FactJson | undefined>> {
  const isMoney = fact.over === 'opportunity';
  const query = {
    select: selectionOf(fact.over),
    from: isMoney ? 'Opportunity' : 'Case',
    where: { [parent.record === 'contact' ? 'ContactId' : 'AccountId']: parent.id },
    newestBy: 'CreatedDate',
    limit: mostCounted + 1,
  } as const;
  const rows = await (isMoney ? records.rowsWithCurrency(query, asker) : records.rows(query, asker));
  return follow(rows, (all, observedAt) =>
    all.length > mostCounted
      ? { is: 'none', because: 'several', observedAt }
      : { is: 'found', record: fact.of(all, declared), observedAt },
  );
}

const open = (rows: readonly Row[]) => rows.filter((row) => row['IsClosed'] === false);

function sumOf(rows: readonly Row[], declared: string | undefined): FactJson | undefined {
  const [currency = declared, ...others] = new Set(
    rows.map((row) => textAt(row, 'CurrencyIsoCode') ?? declared),
  );
  if (others.length > 0 || currency === undefined || !isCurrencyCode(currency)) return undefined;
  let sum = parseDecimal('0');
  for (const row of rows) {
    const amount = row['Amount'];
    const decimal = typeof amount === 'number' ? decimalOf(amount) : undefined;
    sum = decimal === undefined ? undefined : sum?.plus(decimal);
  }
  return sum === undefined ? undefined : `${currency} ${decimalText(sum)}`;
}
