import type { ReadRequest } from '../../app/ports/records.ts';
import type { Instant } from '../../domain/run/events.ts';
import { factText, recordDeclaration, requesterEmail } from '../look-up/fact-text.ts';
import { follow, type FieldReading, type LookUp, type NoneBecause } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { customerFacts, storeCreditField, storeCreditOf } from './customer-facts.ts';
import { orderFacts } from './order-facts.ts';
import { orderKey } from './order-key.ts';
import type { ShopifyOrder } from './shopify-schemas.ts';
import { orderUrl, type ShopifyTools } from './shopify-tools.ts';

type Reader = Omit<ShopifyTools, 'api'>;

/** Looks up the one fact that is asked for. */
export async function readShopifyFact(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const { record } = request.source;
  if (record === 'order') return readOfOrder(reader, request);
  if (record === 'customer') return readOfCustomer(reader, request);
  return none('not-offered', reader.clock.now());
}

/** The order that the ticket is about. */
export async function lookUpOrder(
  { records, clock }: Pick<Reader, 'records' | 'clock'>,
  request: Pick<ReadRequest, 'ticket' | 'records' | 'keyFact' | 'chosen' | 'freshness'>,
  declaredRecord: string | undefined,
): Promise<LookUp<ShopifyOrder>> {
  const key = orderKey({ ...request, declaredRecord });
  return key === undefined
    ? none('key-missing', clock.now())
    : records.order(key, askerOf(request), request.chosen);
}

async function readOfOrder(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const fact = orderFacts[request.source.field];
  if (fact === undefined) return none('no-such-field', reader.clock.now());
  return follow(await lookUpOrder(reader, request, request.source.declaredRecord), (order, observedAt) => ({
    is: 'found',
    record: { reading: fact.of(order, reader.dateOf), url: orderUrl(reader, order) },
    observedAt,
  }));
}

async function readOfCustomer(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const { field, declaredRecord } = request.source;
  const fact = customerFacts[field];
  const isStoreCredit = field === storeCreditField.field;
  if (fact === undefined && !isStoreCredit) return none('no-such-field', reader.clock.now());
  const declaration = recordDeclaration(request.records, declaredRecord);
  const email =
    declaration === undefined ? requesterEmail(request.ticket) : factText(request.keyFact(declaration.by));
  if (email === undefined) return none('key-missing', reader.clock.now());
  if (fact === undefined) return readStoreCredit(reader, request, email);
  return follow(await reader.records.customer(email, askerOf(request)), (customer, observedAt) => ({
    is: 'found',
    record: { reading: fact.of(customer, reader.dateOf), url: customerUrl(reader, customer) },
    observedAt,
  }));
}

async function readStoreCredit(
  reader: Reader,
  request: ReadRequest,
  email: string,
): Promise<LookUp<FieldReading>> {
  return follow(await reader.records.storeCredit(email, askerOf(request)), (customer, observedAt) => ({
    is: 'found',
    record: { reading: storeCreditOf(customer, request.type), url: customerUrl(reader, customer) },
    observedAt,
  }));
}

const customerUrl = ({ adminUrl }: Reader, customer: { readonly legacyResourceId: string }) =>
  adminUrl(`customers/${customer.legacyResourceId}`);

const askerOf = ({ ticket, freshness }: Pick<ReadRequest, 'ticket' | 'freshness'>): Asker => ({
  ticketId: ticket.id,
  freshness,
});

const none = (because: NoneBecause, observedAt: Instant) => ({ is: 'none', because, observedAt }) as const;
