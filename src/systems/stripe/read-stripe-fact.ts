import type { ReadRequest } from '../../app/ports/records.ts';
import type { Instant } from '../../domain/run/events.ts';
import { factText, recordDeclaration, requesterEmail } from '../look-up/fact-text.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { follow, type FieldReading, type LookUp, type NoneBecause } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { chargeOfOrder, only, type FoundCharge } from './find-charge.ts';
import { chargeFacts, customerFacts, historyFacts, ofCharge, ofCustomer } from './stripe-facts.ts';
import { customerUrl } from './stripe-urls.ts';
import type { StripeRecords } from './stripe-records.ts';
import type { StripeCharge, StripeCustomer } from './stripe-schemas.ts';

type Reader = { readonly records: StripeRecords; readonly dateOf: DateOf; readonly now: () => Instant };

/** Looks up the one fact that is asked for, by the SOP's own record declaration or by the requester's address. */
export async function readStripeFact(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const { record } = request.source;
  if (record === 'customer') return readOfCustomer(reader, request);
  if (record === 'charge') return readOfCharge(reader, request);
  return none('not-offered', reader.now());
}

async function readOfCustomer(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const { field } = request.source;
  const own = customerFacts[field];
  const history = historyFacts[field];
  if (own === undefined && history === undefined) return none('no-such-field', reader.now());
  return follow(await customersOf(reader, request), async (customers, observedAt) => {
    if (history !== undefined)
      return historyReading(reader, { fact: history, customers, asker: askerOf(request) });
    const [customer, ...others] = customers;
    if (own === undefined || customer === undefined) return none('not-found', observedAt);
    if (others.length > 0) return none('several', observedAt);
    return { is: 'found', record: ofCustomer(own, customer), observedAt };
  });
}

async function historyReading(
  { records }: Reader,
  {
    fact,
    customers,
    asker,
  }: {
    readonly fact: (typeof historyFacts)[string];
    readonly customers: readonly StripeCustomer[];
    readonly asker: Asker;
  },
): Promise<LookUp<FieldReading>> {
  const [customer] = customers;
  const url = customers.length === 1 && customer !== undefined ? customerUrl(customer) : undefined;
  return follow(await fact.of(records, customers, asker), (value, observedAt) => ({
    is: 'found',
    record: { reading: { is: 'value', value }, url },
    observedAt,
  }));
}

async function readOfCharge(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const fact = chargeFacts[request.source.field];
  if (fact === undefined) return none('no-such-field', reader.now());
  return follow(await chargeOf(reader, request), (charge, observedAt) => ({
    is: 'found',
    record: ofCharge(fact, charge, reader.dateOf),
    observedAt,
  }));
}

/** By the id or the order number that the SOP declares, else by the order number, else the requester's only payment. */
async function chargeOf(reader: Reader, request: ReadRequest): Promise<LookUp<StripeCharge>> {
  const declaration = recordDeclaration(request.records, request.source.declaredRecord);
  const key = factText(request.keyFact(declaration?.by ?? 'order number'));
  if (declaration !== undefined && key === undefined) return none('key-missing', reader.now());
  if (key !== undefined && /^(ch|py)_/.test(key)) return reader.records.charge(key, askerOf(request));
  return follow(await customersByAddress(reader, request), async (customers) =>
    follow(await reader.records.charges(customers, askerOf(request)), (charges, observedAt) =>
      chosen(key === undefined ? only(charges) : chargeOfOrder(charges, key), observedAt),
    ),
  );
}

function chosen(found: FoundCharge, observedAt: Instant): LookUp<StripeCharge> {
  if (found.is === 'one') return { is: 'found', record: found.charge, observedAt };
  return none(found.is === 'several' ? 'several' : 'not-found', observedAt);
}

function customersOf(reader: Reader, request: ReadRequest): Promise<LookUp<readonly StripeCustomer[]>> {
  const declaration = recordDeclaration(request.records, request.source.declaredRecord);
  return declaration === undefined
    ? customersByAddress(reader, request)
    : customersByKey(reader, factText(request.keyFact(declaration.by)), request);
}

const customersByAddress = (reader: Reader, request: ReadRequest) =>
  customersByKey(reader, requesterEmail(request.ticket), request);

async function customersByKey(
  { records, now }: Reader,
  key: string | undefined,
  request: ReadRequest,
): Promise<LookUp<readonly StripeCustomer[]>> {
  return key === undefined ? none('key-missing', now()) : records.customers(key, askerOf(request));
}

const askerOf = ({ ticket, freshness }: ReadRequest): Asker => ({ ticketId: ticket.id, freshness });

const none = (because: NoneBecause, observedAt: Instant) => ({ is: 'none', because, observedAt }) as const;
