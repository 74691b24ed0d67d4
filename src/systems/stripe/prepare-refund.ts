import type { ActionContext } from '../../app/ports/actions.ts';
import { parseMoney } from '../../domain/facts/currency.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import { factText, requesterEmail } from '../look-up/fact-text.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { chargeOfAmount, chargeOfOrder, type FoundCharge } from './find-charge.ts';
import { minorUnits } from './minor-units.ts';
import { impossible, prepareRefundOf, readRefundAmount } from './refundable-payment.ts';
import type { StripeRecords } from './stripe-records.ts';
import type { StripeCharge } from './stripe-schemas.ts';

export type RefundTools = {
  readonly records: StripeRecords;
  /** The total of the ticket's order as canonical money, where a shop system knows it. */
  readonly orderAmount: ((context: ActionContext) => Promise<string | undefined>) | undefined;
};

/**
 * Finds the one payment that is meant and says what would happen. It must be the requester's own, so that words in a message cannot
 * point at another customer's payment.
 */
export async function prepareRefund(
  { records, orderAmount }: RefundTools,
  proposal: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const wanted = readRefundAmount(proposal.parameters['amount']);
  if (wanted.is === 'impossible') return wanted;
  const asker = { ticketId: context.ticket.id, freshness };
  const charges = await chargesOfRequester(records, context, asker);
  if (charges.is === 'failed') return { is: 'impossible', failure: charges.failure };
  if (charges.is === 'none') return impossible('unclear-target', whyNoCharges(charges.because, context));
  const found = await findPayment(charges.record, context, orderAmount);
  if (found.is !== 'one') return impossible('unclear-target', whyUnclear(found, context));
  const refusal = await disputeRefusal(records, found.charge, asker);
  return refusal ?? prepareRefundOf(found.charge, wanted.amount);
}

/** Who the requester is to Stripe hardly changes within a ticket; the payments are asked for again where the newest are wanted. */
async function chargesOfRequester(
  records: StripeRecords,
  { ticket }: ActionContext,
  asker: Asker,
): Promise<LookUp<readonly StripeCharge[]>> {
  const email = requesterEmail(ticket);
  if (email === undefined) return { is: 'none', because: 'key-missing', observedAt: ticket.updatedAt };
  return follow(await records.customers(email, { ...asker, freshness: 'shared' }), (customers) =>
    records.charges(customers, asker),
  );
}

/** The payment that names the order, else the only one of the order's amount. */
async function findPayment(
  charges: readonly StripeCharge[],
  context: ActionContext,
  orderAmount: RefundTools['orderAmount'],
): Promise<FoundCharge> {
  const paid = charges.filter(({ status, captured }) => status === 'succeeded' && captured);
  const order = factText(context.keyFact('order number'));
  const named = order === undefined ? undefined : chargeOfOrder(paid, order);
  if (named !== undefined && named.is !== 'none') return named;
  const total = parseMoney((await orderAmount?.(context)) ?? factText(context.keyFact('order value')) ?? '');
  const units = total === undefined ? undefined : minorUnits(total.amount, total.currency);
  if (total === undefined || units?.is !== 'units') return { is: 'none' };
  return chargeOfAmount(paid, { units: units.text, currency: total.currency.toLowerCase(), order });
}

/** While the bank decides, Stripe refuses; so the rep learns of it before approving. */
async function disputeRefusal(
  records: StripeRecords,
  charge: StripeCharge,
  asker: Asker,
): Promise<Preparation | undefined> {
  if (!charge.disputed) return undefined;
  const disputes = await records.disputes([charge], asker);
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

function whyNoCharges(because: string, { ticket }: ActionContext): string {
  const email = requesterEmail(ticket);
  if (email === undefined) return 'The ticket has no requester address to look for in Stripe.';
  return because === 'not-found'
    ? `Stripe has no customer with the address ${email}.`
    : `${email} has more customers or payments in Stripe than can be told apart.`;
}

function whyUnclear(found: Exclude<FoundCharge, { is: 'one' }>, context: ActionContext): string {
  const order = factText(context.keyFact('order number'));
  const about = order === undefined ? 'this ticket' : `order ${order}`;
  return found.is === 'several'
    ? `${found.count} payments of the requester fit ${about}.`
    : `No payment of the requester fits ${about}.`;
}
