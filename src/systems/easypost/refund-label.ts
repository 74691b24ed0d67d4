import { failed, impossible, readWritten, unknown } from '../write/outcome.ts';
import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { factText } from '../look-up/fact-text.ts';
import type { EasyPostApi } from './easypost-api.ts';
import { easyPostSchemas, type Shipment, type Tracker } from './easypost-schemas.ts';
import { findParcelOfAction, whyNoParcel, type Finder } from './find-parcel.ts';
import { words } from './record-fact.ts';
import { moneyOfDollars } from './usd.ts';

/** Finds the label of the ticket's parcel and says what it cost. It must have been bought with EasyPost, and not be refunded yet. */
export async function prepareRefundLabel(
  finder: Finder,
  { parameters }: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const parcel = await findParcelOfAction(finder, context, factText(parameters['tracking_code']));
  if (parcel.is === 'failed') return { is: 'impossible', failure: parcel.failure };
  if (parcel.is === 'none') return impossible('unclear-target', whyNoParcel(parcel.because));
  const asker = { ticketId: context.ticket.id, freshness };
  const tracker = await finder.records.tracker(parcel.record, asker);
  if (tracker.is === 'failed') return { is: 'impossible', failure: tracker.failure };
  const shipment = await finder.records.shipment(parcel.record, asker);
  if (shipment.is === 'failed') return { is: 'impossible', failure: shipment.failure };
  if (tracker.is === 'none' || shipment.is === 'none') {
    return impossible('unclear-target', `The label of ${parcel.record} was not bought with EasyPost.`);
  }
  const refusal = refusalOf(shipment.record);
  return refusal === undefined
    ? ready(parcel.record, shipment.record, tracker.record)
    : impossible('not-allowed', refusal);
}

/** A refund that was rejected can be asked for again. Source: https://docs.easypost.com/docs/shipments/shipping-refund */
function refusalOf({ refund_status: status }: Shipment): string | undefined {
  switch (status) {
    case null:
    case undefined:
    case 'rejected':
      return undefined;
    case 'not_applicable':
      return 'The carrier bills this label when the parcel is scanned: there is nothing to refund.';
    default:
      return `A refund of this label was asked for already: it is ${words(status)}.`;
  }
}

function ready(code: string, shipment: Shipment, tracker: Tracker): Preparation {
  const postage = moneyOfDollars(shipment.selected_rate?.rate);
  return {
    is: 'ready',
    target: {
      ids: { shipment: shipment.id, tracking_code: code, refund_status: shipment.refund_status ?? '' },
      name: code,
      ...(tracker.public_url == null ? {} : { url: tracker.public_url }),
    },
    preview: [
      ...(postage === undefined ? [] : [{ label: 'postage', value: postage }]),
      // Carriers refund labels only of parcels that they have not seen.
      { label: 'carrier_status', value: words(tracker.status) },
    ],
    atMost: {},
  };
}

/** Asks for the refund, once. The shipment is read right before. `submitted` is not done: the carrier decides within weeks. */
export async function refundLabel(
  api: EasyPostApi,
  { approval }: VerifiedApproval,
): Promise<ExecutionResult> {
  const { shipment: id, refund_status: approved } = approval.target.ids;
  if (id === undefined) return failed('unclear-target', 'The approval names no shipment.');
  const now = await api.shipment(id, 'person');
  if (now.is === 'failed') return { is: 'failed', failure: now.failure };
  const refusal = refusalOf(now.body);
  if (refusal !== undefined) return failed('stale', refusal);
  if ((now.body.refund_status ?? '') !== approved)
    return failed('stale', 'The refund of this label is in another state than when this was approved.');
  const written = readWritten(await api.refundShipment(id), {
    schema: easyPostSchemas.shipment,
    what: 'what EasyPost did',
    by: 'unkeyed',
  });
  if (written.is !== 'written') return written;
  return written.object.id === id
    ? resultOf(written.object)
    : unknown(`EasyPost answered about another shipment, ${written.object.id}.`);
}

/** The shipment itself shows whether its refund was asked for. */
export async function reconcileRefundLabel(
  api: EasyPostApi,
  { approval }: VerifiedApproval,
): Promise<Reconciliation> {
  const { shipment: id, refund_status: approved } = approval.target.ids;
  if (id === undefined) return { is: 'cannot-tell', how: 'The approval names no shipment.' };
  const now = await api.shipment(id, 'person');
  if (now.is === 'failed') return { is: 'cannot-tell', how: now.failure.reason };
  const status = now.body.refund_status ?? '';
  if (status === '') return { is: 'did-not-happen', how: 'No refund of this label was asked for.' };
  const how = `EasyPost has the refund of this label as ${words(status)}.`;
  // Rejected before and rejected now: nobody can see whether it was asked for again.
  if (status === approved) return { is: 'cannot-tell', how };
  const result = resultOf(now.body);
  switch (result.is) {
    case 'succeeded':
      return { is: 'happened', result: { ...result, reconciled: how }, how };
    case 'failed':
      return { is: 'did-not-happen', how };
    case 'unknown':
      return { is: 'cannot-tell', how };
  }
}

function resultOf({ id, refund_status: status }: Shipment): ExecutionResult {
  switch (status) {
    case 'submitted':
      return { is: 'succeeded', reference: id, pending: true };
    case 'refunded':
      return { is: 'succeeded', reference: id };
    case 'rejected':
    case 'not_applicable':
      return failed('refused', `The carrier did not take the refund of the label: ${words(status)}.`);
    default:
      return unknown(`EasyPost says “${status ?? 'nothing'}” of the refund of this label.`);
  }
}
