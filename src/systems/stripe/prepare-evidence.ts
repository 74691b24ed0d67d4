import { impossible } from '../write/outcome.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import type { Instant } from '../../domain/run/events.ts';
import { factText } from '../look-up/fact-text.ts';
import type { LookUp } from '../look-up/look-up.ts';
import { disputeChoice } from './choices.ts';
import { readEvidence } from './evidence-fields.ts';
import { findDisputes } from './find-dispute.ts';
import { findRequesterPayments } from './find-payment.ts';
import type { Finder } from './finder.ts';
import { moneyOfUnits } from './minor-units.ts';
import { askerOf, isKeyMissing, occasionOfAction, type Occasion } from './occasion.ts';
import { whyNoCharges, whyNoKey } from './prepare-refund.ts';
import { dayOf, words } from './record-fact.ts';
import type { StripeDispute } from './stripe-schemas.ts';
import { disputeUrl } from './stripe-urls.ts';

/** Finds the requester's dispute that waits for an answer, and says what would go to the bank, and until when it can. */
export async function prepareEvidence(
  finder: Finder,
  { parameters }: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const evidence = readEvidence(parameters);
  if (evidence.is === 'refused') return impossible('not-allowed', evidence.reason);
  const occasion = occasionOfAction(context, freshness, ['dispute', 'charge', 'payment_intent']);
  const named = factText(parameters['dispute']) ?? declaredDispute(occasion);
  if (named === undefined && isKeyMissing(occasion)) return impossible('unclear-target', whyNoKey(context));
  const disputes = await disputesMeant(finder, occasion, named);
  if (disputes.is === 'failed') return { is: 'impossible', failure: disputes.failure };
  if (disputes.is === 'none') return impossible('unclear-target', whyNone(disputes.because, context));
  const waiting = disputes.record.filter(waitsForAnswer);
  const [dispute, ...others] = waiting.length > 0 ? waiting : disputes.record;
  if (dispute === undefined) {
    const what =
      named === undefined
        ? 'No dispute of the requester was found.'
        : `${named} is no dispute of the requester.`;
    return impossible('unclear-target', what);
  }
  if (others.length > 0) {
    const unclear = impossible(
      'unclear-target',
      `${others.length + 1} disputes of the requester fit this ticket.`,
    );
    return { ...unclear, choice: disputeChoice([dispute, ...others], finder.dateOf) };
  }
  const refusal = refusalOf(dispute, finder.now());
  return refusal === undefined ? ready(dispute, finder) : impossible('not-allowed', refusal);
}

function declaredDispute({ declared }: Occasion): string | undefined {
  return declared?.key !== undefined && /^(dp|du|ch|py|pi)_/.test(declared.key) ? declared.key : undefined;
}

/** `named`: the id of a dispute or of its payment. Whoever names it, it has to be one of the requester's. */
async function disputesMeant(
  finder: Finder,
  occasion: Occasion,
  named: string | undefined,
): Promise<LookUp<readonly StripeDispute[]>> {
  if (named === undefined) return findDisputes(finder, occasion);
  const charges = await findRequesterPayments(finder, occasion);
  if (charges.is !== 'found') return charges;
  const disputes = await finder.records.disputes(charges.record, askerOf(occasion));
  return disputes.is === 'found'
    ? { ...disputes, record: disputes.record.filter((dispute) => isNamed(dispute, named)) }
    : disputes;
}

const isNamed = ({ id, charge, payment_intent: intent }: StripeDispute, name: string): boolean =>
  id === name || charge === name || intent === name;

/** Source: https://docs.stripe.com/api/disputes/object, `status`; in every other one the bank takes nothing. */
const waitsForAnswer = ({ status }: StripeDispute) =>
  status === 'needs_response' || status === 'warning_needs_response';

/** Why nothing can be sent for a dispute; undefined where it can. */
function refusalOf(dispute: StripeDispute, now: Instant): string | undefined {
  const { due_by: due, past_due: isPast } = dispute.evidence_details;
  if (!waitsForAnswer(dispute))
    return `The dispute ${dispute.id} is ${words(dispute.status)}: the bank takes no evidence any more.`;
  return isPast || (due != null && due * 1000 < Date.parse(now))
    ? `The day on which the bank wanted the evidence for ${dispute.id} has passed.`
    : undefined;
}

/** How often evidence went to the bank is part of the target: what somebody else sends in the meantime changes it. */
export function evidenceTarget(dispute: StripeDispute) {
  return {
    ids: {
      dispute: dispute.id,
      charge: dispute.charge,
      status: dispute.status,
      submissions: String(dispute.evidence_details.submission_count),
    },
    name: dispute.id,
    url: disputeUrl(dispute),
  };
}

function ready(dispute: StripeDispute, { dateOf }: Finder): Preparation {
  const { due_by: due } = dispute.evidence_details;
  const amount = moneyOfUnits(dispute.amount, dispute.currency);
  return {
    is: 'ready',
    target: evidenceTarget(dispute),
    preview: [
      ...(amount === undefined ? [] : [{ label: 'amount', value: amount }]),
      { label: 'reason', value: words(dispute.reason) },
      { label: 'status', value: words(dispute.status) },
      ...(due == null ? [] : [{ label: 'evidence_due', value: dayOf(due, dateOf) }]),
      { label: 'final', value: true },
    ],
    atMost: {},
  };
}

function whyNone(because: string, context: ActionContext): string {
  const order = factText(context.keyFact('order number'));
  return because === 'not-found' && order !== undefined
    ? `No payment of the requester names order ${order}.`
    : whyNoCharges(because, context);
}
