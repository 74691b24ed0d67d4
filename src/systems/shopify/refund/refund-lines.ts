import { impossible } from '../../write/outcome.ts';
import { sameText } from '../../../domain/facts/fold-text.ts';
import type { FactJson } from '../../../domain/facts/fact-json.ts';
import { type Impossible } from '../action-result.ts';
import type { ShopifyRefundState } from '../shopify-schemas.ts';

export type RefundLine = { readonly id: string; readonly title: string; readonly quantity: number };

/**
 * The lines of the order that a refund is for, each with all that is left of it. A name that no line has, or several, is never
 * guessed.
 */
export function refundLines(
  { name, lineItems }: Pick<ShopifyRefundState, 'name' | 'lineItems'>,
  parameter: FactJson | undefined,
): { readonly is: 'lines'; readonly lines: readonly RefundLine[] } | Impossible {
  const lines: RefundLine[] = [];
  for (const wanted of titlesOf(parameter)) {
    const [line, ...others] = lineItems.nodes.filter(({ title }) => sameText(title.trim(), wanted));
    if (line === undefined) return impossible('unclear-target', `Order ${name} has no line “${wanted}”.`);
    if (others.length > 0)
      return impossible('unclear-target', `Order ${name} has several lines “${wanted}”.`);
    if (line.refundableQuantity === 0)
      return impossible('not-allowed', `“${line.title}” of order ${name} was refunded already.`);
    lines.push({ id: line.id, title: line.title, quantity: line.refundableQuantity });
  }
  return { is: 'lines', lines };
}

function titlesOf(parameter: FactJson | undefined): readonly string[] {
  const items = typeof parameter === 'object' && parameter !== null ? parameter : [parameter];
  const texts = items.flatMap((item) => (typeof item === 'string' ? [item.trim()] : []));
  return [...new Set(texts.filter((text) => text !== ''))];
}
