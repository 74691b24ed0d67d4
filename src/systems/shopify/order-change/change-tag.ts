import { impossible } from '../../write/outcome.ts';
import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import { sameText } from '../../../domain/facts/fold-text.ts';
import { factText } from '../../look-up/fact-text.ts';
import { readPayload } from '../mutation-payload.ts';
import { shopifyMutations } from '../shopify-mutations.ts';
import { shopifySchemas, type ShopifyOrder } from '../shopify-schemas.ts';
import type { OrderChange } from './order-change.ts';

/** Adds a tag to an order, or takes one away. */
export const orderTagKind = (how: 'add' | 'remove'): ActionKind => ({
  operation: `shopify.${how}_tag`,
  system: 'shopify',
  parameters: [
    { name: 'tag', type: { kind: 'text' }, required: true, editable: true, limits: [] },
    { name: 'order', type: { kind: 'text' }, required: false, editable: false, limits: [] },
  ],
  risk: 'low',
  movesMoney: false,
  onceBy: 'same-value',
  undo: how === 'add' ? 'shopify.remove_tag' : 'shopify.add_tag',
  preview: ['tag', 'order_of_another_address'],
  confirmedBy: 'answer',
  reconciledBy: 'state',
});

/** What Shopify takes as a tag of an order. Source: https://help.shopify.com/manual/shopify-admin/productivity-tools/using-tags */
const longestTag = 40;

export function changeTag(how: 'add' | 'remove'): OrderChange<string> {
  const undone = how === 'add' ? 'remove' : 'add';
  return {
    kind: orderTagKind(how),
    wanted: (parameters) => {
      const tag = factText(parameters['tag']);
      if (tag === undefined) return impossible('refused', 'The tag is empty.');
      // Shopify takes a comma for the end of a tag.
      if (tag.includes(',') || tag.length > longestTag)
        return impossible('refused', `A tag of an order has no comma and at most ${longestTag} characters.`);
      return { is: 'wanted', wanted: tag };
    },
    stateOf: (order, tag) => (has(order, tag) ? 'tagged' : 'not tagged'),
    isDone: (order, tag) => has(order, tag) === (how === 'add'),
    preview: (_, tag) => [{ label: 'tag', value: tag }],
    apply: async (api, { id }, tag) => {
      const variables = { order: id, tags: [tag] };
      if (how === 'add') {
        const call = { what: 'tag the order', document: shopifyMutations.addTag, variables };
        const added = await api.mutate({ ...call, schema: shopifySchemas.addTag }, 'same-values');
        return readPayload(added, ({ tagsAdd }) => ({
          record: tagsAdd?.node,
          objections: tagsAdd?.userErrors,
        }));
      }
      const call = { what: 'remove the tag', document: shopifyMutations.removeTag, variables };
      const removed = await api.mutate({ ...call, schema: shopifySchemas.removeTag }, 'same-values');
      return readPayload(removed, ({ tagsRemove }) => ({
        record: tagsRemove?.node,
        objections: tagsRemove?.userErrors,
      }));
    },
    undo: (before, tag, { name }) =>
      before === (how === 'add' ? 'not tagged' : 'tagged')
        ? { operation: `shopify.${undone}_tag`, parameters: { tag, order: name } }
        : undefined,
  };
}

/** Tags are the same without case. */
function has({ tags }: ShopifyOrder, tag: string): boolean {
  return tags.some((candidate) => sameText(candidate, tag));
}
