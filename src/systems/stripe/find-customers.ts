import { requesterEmail } from '../look-up/fact-text.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import { customerChoice } from './choices.ts';
import { none, type Finder } from './finder.ts';
import { askerOf, type Occasion } from './occasion.ts';
import type { StripeCustomer } from './stripe-schemas.ts';

/** All customers of the address, or the one of them that the rep has chosen. By what the SOP declares, else by the requester's address. */
export async function findCustomers(
  { records, now }: Finder,
  occasion: Occasion,
): Promise<LookUp<readonly StripeCustomer[]>> {
  const { declared, ticket, chosen } = occasion;
  const key = declared === undefined ? requesterEmail(ticket) : declared.key;
  if (key === undefined) return none('key-missing', now());
  return follow(await records.customers(key, askerOf(occasion)), (customers, observedAt) => {
    const meant = customers.find(({ id }) => id === chosen('stripe', 'customer'));
    return { is: 'found', record: meant === undefined ? customers : [meant], observedAt };
  });
}

/** The requester's customers: never those that another fact of the ticket points at. */
export function findRequesterCustomers(
  finder: Finder,
  { ticket, keyFact, chosen, freshness }: Occasion,
): Promise<LookUp<readonly StripeCustomer[]>> {
  return findCustomers(finder, { ticket, keyFact, chosen, freshness });
}

/** Exactly one customer: where there are several, the rep says which one is meant. */
export async function findCustomer(finder: Finder, occasion: Occasion): Promise<LookUp<StripeCustomer>> {
  return follow(await findCustomers(finder, occasion), (customers, observedAt) => {
    const [customer, ...others] = customers;
    if (customer === undefined) return none('not-found', observedAt);
    const chosen = occasion.chosen('stripe', 'customer');
    // One that was chosen and is not there any more must not lead to another one.
    return others.length === 0 && (chosen === undefined || chosen === customer.id)
      ? { is: 'found', record: customer, observedAt }
      : { ...none('several', observedAt), choice: customerChoice(customers, finder.dateOf) };
  });
}
