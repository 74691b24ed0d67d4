import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactName } from '../../domain/facts/value.ts';
import type { RecordDeclaration } from '../../domain/sop/document.ts';
import type { Ticket } from '../../app/ports/ticket-desk.ts';
import { factText, recordDeclaration, requesterEmail } from '../look-up/fact-text.ts';
import type { ShopifyListedOrder } from './shopify-schemas.ts';

/** How an order is looked up. */
export type OrderKey = { readonly by: 'name' | 'email'; readonly value: string };

type Known = {
  readonly ticket: Ticket;
  readonly records: readonly RecordDeclaration[];
  readonly declaredRecord: string | undefined;
  readonly keyFact: (name: FactName) => FactJson | undefined;
};

/**
 * By the fact that the SOP declares for the record, else by the fact `order number`, else by the requester's address. Undefined where
 * the key is not known yet: a declared key that is unknown is never replaced by another.
 */
export function orderKey({ ticket, records, declaredRecord, keyFact }: Known): OrderKey | undefined {
  const declaration = recordDeclaration(records, declaredRecord);
  if (declaration !== undefined) return keyOf(factText(keyFact(declaration.by)));
  return keyOf(factText(keyFact('order number')) ?? requesterEmail(ticket));
}

/** A text with an at sign is an address, every other one the name of an order. */
export function keyOf(text: string | undefined): OrderKey | undefined {
  return text === undefined ? undefined : { by: text.includes('@') ? 'email' : 'name', value: text };
}

/** The key in Shopify's search syntax. Names of orders carry the shop's prefix, which customers leave out. */
export function orderQuery({ by, value }: OrderKey): string {
  if (by === 'email') return `email:${quoted(value)}`;
  const plain = plainName(value);
  return `name:${quoted(`#${plain}`)} OR name:${quoted(plain)}`;
}

/** Whether it is really the order that was looked for: the search also finds what resembles it. */
export function isOrderOf(order: ShopifyListedOrder, { by, value }: OrderKey): boolean {
  if (by === 'name') return plainName(order.name) === plainName(value);
  const addresses = [order.email, order.customer?.defaultEmailAddress?.emailAddress];
  return addresses.some((address) => address?.toLowerCase() === value.toLowerCase());
}

const plainName = (name: string) => name.trim().replace(/^#/, '').toLowerCase();

/** Source: https://shopify.dev/docs/api/usage/search-syntax, "Special characters" */
const quoted = (value: string) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
