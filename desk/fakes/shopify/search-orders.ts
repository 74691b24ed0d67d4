import type { OrderRecord, ShopifyState } from './state.ts';

type Term = { readonly field: string; readonly value: string };

/**
 * The part of Shopify's search syntax that is asked with: terms such as `name:"#1001"` joined by `OR`; undefined for anything else. Like the real
 * search it finds what resembles the term: a name that starts with it.
 * Source: https://shopify.dev/docs/api/usage/search-syntax
 */
export function searchOrders(state: ShopifyState, query: string): readonly OrderRecord[] | undefined {
  const terms = readTerms(query);
  if (terms === undefined) return undefined;
  return state.orders
    .filter((order) => terms.some((term) => fits(order, term)))
    .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

function readTerms(query: string): readonly Term[] | undefined {
  const terms: Term[] = [];
  const term = /^(\w+):"((?:[^"\\]|\\.)*)"(?: OR (?=\w)|$)/;
  for (let rest = query; rest !== '';) {
    const match = term.exec(rest);
    if (match === null) return undefined;
    const [whole, field = '', value = ''] = match;
    terms.push({ field, value: value.replaceAll(/\\(.)/g, '$1') });
    rest = rest.slice(whole.length);
  }
  return terms.length === 0 ? undefined : terms;
}

function fits(order: OrderRecord, { field, value }: Term): boolean {
  if (field === 'email') return order.email.toLowerCase() === value.toLowerCase();
  return field === 'name' && plain(order.name).startsWith(plain(value));
}

const plain = (name: string) => name.replace(/^#/, '').toLowerCase();
