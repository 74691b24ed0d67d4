import type { FactType } from '../../domain/facts/value.ts';
import type { FactField } from '../system.ts';
import { customerFacts, storeCreditField } from './customer-facts.ts';
import { orderFacts } from './order-facts.ts';

/** The catalogue by name, for the checker of SOPs. */
export const shopifyFactFields: readonly FactField[] = [
  ...fieldsOf('order', orderFacts),
  ...fieldsOf('customer', customerFacts),
  { record: 'customer', ...storeCreditField },
];

function fieldsOf(
  record: string,
  facts: Readonly<Record<string, { readonly type: FactType }>>,
): readonly FactField[] {
  return Object.entries(facts).map(([field, { type }]) => ({ record, field, type }));
}
