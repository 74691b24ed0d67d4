import type { ReadRequest } from '../../app/ports/records.ts';
import type { Instant } from '../../domain/run/events.ts';
import { factText, recordDeclaration, requesterEmail } from '../look-up/fact-text.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { follow, type FieldReading, type LookUp, type NoneBecause } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { orderKey } from './order-key.ts';
import { customerFacts, orderFacts } from './shopify-facts.ts';
import type { ShopifyRecords } from './shopify-records.ts';
import type { ShopifyOrder } from './shopify-schemas.ts';

type Reader = {
  readonly records: ShopifyRecords;
  readonly dateOf: DateOf;
  readonly now: () => Instant;
  /** Where people see the record. */
  readonly adminUrl: (path: string) => string;
};

/** Looks up the one fact that is asked for. */
export async function readShopifyFact(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const { record } = request.source;
  if (record === 'order') return readOfOrder(reader, request);
  if (record === 'customer') return readOfCustomer(reader, request);
  return none('not-offered', reader.now());
}

/** The order that the ticket is about. */
export async function lookUpOrder(
  { records, now }: Pick<Reader, 'records' | 'now'>,
  request: Pick<ReadRequest, 'ticket' | 'records' | 'keyFact' | 'freshness'>,
  declaredRecord: string | undefined,
): Promise<LookUp<ShopifyOrder>> {
  const key = orderKey({ ...request, declaredRecord });
  return key === undefined ? none('key-missing', now()) : records.order(key, askerOf(request));
}

async function readOfOrder(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const fact = orderFacts[request.source.field];
  if (fact === undefined) return none('no-such-field', reader.now());
  return follow(await lookUpOrder(reader, request, request.source.declaredRecord), (order, observedAt) => ({
    is: 'found',
    record: {
      reading: fact.of(order, reader.dateOf),
      url: reader.adminUrl(`orders/${order.legacyResourceId}`),
    },
    observedAt,
  }));
}

async function readOfCustomer(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const fact = customerFacts[request.source.field];
  if (fact === undefined) return none('no-such-field', reader.now());
  const declaration = recordDeclaration(request.records, request.source.declaredRecord);
  const email =
    declaration === undefined ? requesterEmail(request.ticket) : factText(request.keyFact(declaration.by));
  if (email === undefined) return none('key-missing', reader.now());
  return follow(await reader.records.customer(email, askerOf(request)), (customer, observedAt) => ({
    is: 'found',
    record: {
      reading: fact.of(customer, reader.dateOf),
      url: reader.adminUrl(`customers/${customer.legacyResourceId}`),
    },
    observedAt,
  }));
}

const askerOf = ({ ticket, freshness }: Pick<ReadRequest, 'ticket' | 'freshness'>): Asker => ({
  ticketId: ticket.id,
  freshness,
});

const none = (because: NoneBecause, observedAt: Instant) => ({ is: 'none', because, observedAt }) as const;
