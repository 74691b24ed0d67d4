import { impossible } from '../write/outcome.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import { parseMoney } from '../../domain/facts/currency.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import { factText, requesterEmail } from '../look-up/fact-text.ts';
import { chargeChoice } from './choices.ts';
import { chargeOfAmount, chargeOfOrder, isPaid, only, type FoundCharge } from './find-charge.ts';
import { findRequesterCustomers } from './find-customers.ts';
import type { Finder } from './finder.ts';
import { minorUnits } from './minor-units.ts';
import { askerOf, isKeyMissing, occasionOfAction, paymentKeyOf, type Occasion } from './occasion.ts';
import { prepareRefundOf, readRefundAmount } from './refundable-payment.ts';
import type { StripeCharge } from './stripe-schemas.ts';

export type RefundTools = {
  readonly finder: Finder;
  /** The total of the ticket's order as canonical money, where a shop system knows it. */
  readonly orderAmount: ((context: ActionContext) => Promise<string | undefined>) | undefined;
};

/**
 * Finds the one payment that is meant and says what would happen. It must be the requester's own, so that words in a message cannot
 * point at another customer's payment. Where several fit, the rep chooses.
 */
export async function prepareRefund(
  { finder, orderAmount }: RefundTools,
  proposal: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const wanted = readRefundAmount(proposal.parameters['amount']);
  if (wanted.is === 'impossible') return wanted;
  const occasion = occasionOfAction(context, freshness, paymentRecords);
  // Who the requester is to Stripe hardly changes within a ticket; the payments are asked for again where the newest are wanted.
  const customers = await findRequesterCustomers(finder, { ...occasion, freshness: 'shared' });
  const charges =
    customers.is === 'found' ? await finder.records.charges(customers.record, askerOf(occasion)) : customers;
  if (charges.is === 'failed') return { is: 'impossible', failure: charges.failure };
  if (charges.is === 'none') return impossible('unclear-target', whyNoCharges(charges.because, context));
  const named = factText(proposal.parameters['payment']) ?? declaredPayment(occasion);
  if (named === undefined && isKeyMissing(occasion)) return impossible('unclear-target', whyNoKey(context));
  const found = await findMeant(charges.record, { context, named, orderAmount });
  if (found.is === 'one') {
    return (
      (await disputeRefusal(finder, found.charge, occasion)) ?? prepareRefundOf(found.charge, wanted.amount)
    );
  }
  const unclear = impossible('unclear-target', whyUnclear(found, context, named));
  return found.is === 'several'
    ? { ...unclear, choice: chargeChoice(found.charges, finder.dateOf) }
    : unclear;
}

const paymentRecords = ['charge', 'payment_intent'];

/** An id that the SOP declares; even so it has to be one of the requester's. */
function declaredPayment({ declared }: Occasion): string | undefined {
  return declared?.key !== undefined && /^(ch|py|pi)_/.test(declared.key) ? declared.key : undefined;
}

/** The order by which the ticket's payment is told. */
const orderOf = (context: ActionContext): string | undefined =>
  paymentKeyOf(occasionOfAction(context, 'shared', paymentRecords));

/** Why an action does not know by what its record is found. */
export function whyNoKey({ records }: Pick<ActionContext, 'records'>): string {
  const facts = [...new Set(records.filter(({ system }) => system === 'stripe').map(({ by }) => by))];
  return `It is not known which record is meant: the SOP finds it by ${facts.map((fact) => `“${fact}”`).join(' or ')}, and that is not known.`;
}

type Given = Pick<RefundTools, 'orderAmount'> & {
  readonly context: ActionContext;
  /** The id that the proposal names. */
  readonly named: string | undefined;
};

/** The payment that the proposal names, else the one that the rep has chosen, else the one that fits the order. */
async function findMeant(
  charges: readonly StripeCharge[],
  { context, named, orderAmount }: Given,
): Promise<FoundCharge> {
  const paid = charges.filter(isPaid);
  if (named !== undefined)
    return only(paid.filter(({ id, payment_intent: intent }) => id === named || intent === named));
  const chosen = context.chosen('stripe', 'charge');
  // A chosen payment that nothing can be refunded of must not lead to another one.
  if (charges.some(({ id }) => id === chosen)) return only(paid.filter(({ id }) => id === chosen));
  const found = await findByOrder(paid, { context, orderAmount });
  // Nor must one that is not there any more: a person says whether it is this one.
  return chosen !== undefined && found.is === 'one' ? { is: 'several', charges: [found.charge] } : found;
}

/** The payment that names the order, else the only one of the order's amount. */
async function findByOrder(
  paid: readonly StripeCharge[],
  { context, orderAmount }: Omit<Given, 'named'>,
): Promise<FoundCharge> {
  const order = orderOf(context);
  const ofOrder = order === undefined ? undefined : chargeOfOrder(paid, order);
  if (ofOrder !== undefined && ofOrder.is !== 'none') return ofOrder;
  const total = parseMoney((await orderAmount?.(context)) ?? factText(context.keyFact('order value')) ?? '');
  const units = total === undefined ? undefined : minorUnits(total.amount, total.currency);
  if (total === undefined || units?.is !== 'units') return { is: 'none' };
  return chargeOfAmount(paid, { units: units.text, currency: total.currency.toLowerCase(), order });
}

/** While the bank decides, Stripe refuses; so the rep learns of it before approving. */
async function disputeRefusal(
  { records }: Finder,
  charge: StripeCharge,
  occasion: Occasion,
): Promise<Preparation | undefined> {
  if (!charge.disputed) return undefined;
  const disputes = await records.disputes([charge], askerOf(occasion));
  if (disputes.is === 'failed') return { is: 'impossible', failure: disputes.failure };
  const blocking =
    disputes.is === 'found' && disputes.record.find((dispute) => !dispute.is_charge_refundable);
  return blocking
    ? impossible(
        'not-allowed',
        `The payment is in dispute (${blocking.id}, ${blocking.status.replaceAll('_', ' ')}) and cannot be refunded.`,
      )
    : undefined;
}

/** Why the payments of the requester are not known. */
export function whyNoCharges(because: string, { ticket }: Pick<ActionContext, 'ticket'>): string {
  const email = requesterEmail(ticket);
  if (email === undefined) return 'The ticket has no requester address to look for in Stripe.';
  return because === 'not-found'
    ? `Stripe has no customer with the address ${email}.`
    : `${email} has more customers or payments in Stripe than can be told apart.`;
}

function whyUnclear(
  found: Exclude<FoundCharge, { is: 'one' }>,
  context: ActionContext,
  named: string | undefined,
): string {
  if (named !== undefined) return `${named} is no payment of the requester that money was taken with.`;
  const order = orderOf(context);
  const about = order === undefined ? 'this ticket' : `order ${order}`;
  if (found.is === 'none') return `No payment of the requester fits ${about}.`;
  return found.charges.length === 1
    ? `The payment that was chosen is not there any more. Another one fits ${about}: choose it if it is meant.`
    : `${found.charges.length} payments of the requester fit ${about}.`;
}
