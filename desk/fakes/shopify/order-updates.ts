import * as z from 'zod/mini';
import { orderJson } from './json-of.ts';
import { orderOf, type OrderRecord, type ShopifyState } from './state.ts';

const text = z.optional(z.nullable(z.string()));
const inputSchema = z.strictObject({
  id: z.string(),
  note: z.optional(z.string()),
  shippingAddress: z.optional(
    z.strictObject({
      firstName: text,
      lastName: text,
      company: text,
      address1: text,
      address2: text,
      city: text,
      zip: text,
      provinceCode: text,
      countryCode: text,
      phone: text,
    }),
  ),
});

/** `orderUpdate`: what is given overwrites what was there. Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/orderUpdate */
export function updateOrder(state: ShopifyState, { input }: Readonly<Record<string, unknown>>) {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return undefined;
  const { id, note, shippingAddress } = parsed.data;
  const order = orderOf(state, id);
  if (order === undefined) return { order: null, userErrors: refusal('Order does not exist') };
  if (shippingAddress !== undefined) {
    if (!/^[A-Z]{2}$/.test(shippingAddress.countryCode ?? ''))
      return { order: null, userErrors: refusal('Country is not valid') };
    const given = Object.entries(shippingAddress).filter(([, value]) => value != null && value !== '');
    const nothing = { firstName: '', lastName: '', address1: '', city: '', zip: '', countryCode: '' };
    order.shippingAddress = { ...nothing, ...Object.fromEntries(given) };
  }
  if (note !== undefined) order.note = note.trim();
  return { order: orderJson(order, state), userErrors: [] };
}

const tagsSchema = z.strictObject({ order: z.string(), tags: z.array(z.string()) });

/** `tagsAdd` and `tagsRemove`: tags are the same without case, and the first spelling stays. */
export function changeTags(
  state: ShopifyState,
  how: 'add' | 'remove',
  variables: Readonly<Record<string, unknown>>,
) {
  const parsed = tagsSchema.safeParse(variables);
  if (!parsed.success) return undefined;
  const order = orderOf(state, parsed.data.order);
  if (order === undefined) return { node: null, userErrors: refusal('Order does not exist') };
  const tags = parsed.data.tags.flatMap((tag) => tag.split(',')).map((tag) => tag.trim());
  order.tags = how === 'add' ? added(order, tags) : removed(order, tags);
  return { node: orderJson(order, state), userErrors: [] };
}

const added = ({ tags = [] }: OrderRecord, wanted: readonly string[]) => [
  ...tags,
  ...wanted.filter((tag) => !tags.some((present) => present.toLowerCase() === tag.toLowerCase())),
];

const removed = ({ tags = [] }: OrderRecord, unwanted: readonly string[]) =>
  tags.filter((tag) => !unwanted.some((other) => other.toLowerCase() === tag.toLowerCase()));

const refusal = (message: string) => [{ field: ['input'], message }];
