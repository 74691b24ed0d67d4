import { failed, readWritten, unknown } from '../write/outcome.ts';
import type { Reconciliation } from '../../app/ports/actions.ts';
import type { Approval, VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { factText } from '../look-up/fact-text.ts';
import { easyPostSchemas, type Insurance } from './easypost-schemas.ts';
import type { ClaimTools } from './file-claim.ts';
import { isLive } from './find-claim.ts';
import { readPostalAddress } from './postal-address.ts';
import { insuranceRefusal, tooManyInsurances } from './prepare-insurance.ts';
import { isSameCode } from './tracking-code.ts';
import { words } from './record-fact.ts';
import { isAmount, readDollars, type Dollars } from './usd.ts';
import { idList, newSince } from './known-records.ts';

/** Insures the parcel, and never again: EasyPost knows no key. The insurances of the parcel are read right before. */
export async function insureParcel(
  { api, records }: ClaimTools,
  { approval, key }: VerifiedApproval,
  ticketId: string,
): Promise<ExecutionResult> {
  const amount = readDollars(approval.parameters['amount']);
  if (amount.is === 'refused') return failed('not-allowed', amount.reason);
  const { tracking_code: code, shipment = '', insurances: approved } = approval.target.ids;
  if (code === undefined) return failed('unclear-target', 'The approval names no parcel.');
  const insurances = await records.insurances(code, { ticketId, freshness: 'newest' });
  if (insurances.is === 'failed') return { is: 'failed', failure: insurances.failure };
  if (insurances.is === 'none') return failed('unclear-target', tooManyInsurances);
  const ours = insurances.record.find(({ reference }) => reference === key);
  if (ours !== undefined) return resultOf(ours);
  const refusal = insuranceRefusal(insurances.record);
  if (refusal !== undefined) return failed('stale', refusal);
  if (idList(insurances.record) !== approved)
    return failed('stale', 'Another insurance of this parcel has come since this was approved.');
  return shipment === ''
    ? insureAlone({ api, records }, { approval, key, code, dollars: amount.dollars })
    : insureShipment({ api, records }, { shipment, dollars: amount.dollars });
}

type Alone = {
  readonly approval: Approval;
  readonly key: string;
  readonly code: string;
  readonly dollars: Dollars;
};

/** Of a parcel whose label was bought elsewhere. The reference holds our key. */
async function insureAlone(
  { api }: ClaimTools,
  { approval, key, code, dollars }: Alone,
): Promise<ExecutionResult> {
  const { parameters, target } = approval;
  const carrier = factText(parameters['carrier']) ?? factText(target.ids['carrier']);
  const answer = await api.createInsurance({
    tracking_code: code,
    ...(carrier === undefined ? {} : { carrier }),
    amount: dollars.text,
    reference: key,
    to_address: readPostalAddress(factText(parameters['to_address'])),
    from_address: readPostalAddress(factText(parameters['from_address'])),
  });
  const written = readWritten(answer, {
    schema: easyPostSchemas.insurance,
    what: 'what EasyPost did',
    by: 'unkeyed',
  });
  if (written.is !== 'written') return written;
  return isAmount(written.object.amount, dollars) && isSameCode(written.object.tracking_code ?? '', code)
    ? resultOf(written.object)
    : unknown(`EasyPost answered with another insurance, ${written.object.id}.`);
}

/** Of a shipment: the answer is the shipment, which says what it is insured for. */
async function insureShipment(
  { api }: ClaimTools,
  { shipment, dollars }: { readonly shipment: string; readonly dollars: Dollars },
): Promise<ExecutionResult> {
  const answer = await api.insureShipment(shipment, dollars.text);
  const written = readWritten(answer, {
    schema: easyPostSchemas.shipment,
    what: 'what EasyPost did',
    by: 'unkeyed',
  });
  if (written.is !== 'written') return written;
  return written.object.id === shipment && isAmount(written.object.insurance, dollars)
    ? { is: 'succeeded', reference: shipment }
    : unknown(`EasyPost did not say that the shipment ${shipment} is insured.`);
}

/** Finds out whether an insurance with a lost answer was bought: by the list, by our key in its reference or as the only new one of a shipment. */
export async function reconcileInsurance(
  { records }: ClaimTools,
  { approval, key }: VerifiedApproval,
  ticketId: string,
): Promise<Reconciliation> {
  const amount = readDollars(approval.parameters['amount']);
  const { tracking_code: code, shipment = '', insurances: approved } = approval.target.ids;
  if (amount.is === 'refused' || code === undefined)
    return { is: 'cannot-tell', how: 'The approval names no parcel.' };
  const insurances = await records.insurances(code, { ticketId, freshness: 'newest' });
  if (insurances.is === 'failed') return { is: 'cannot-tell', how: insurances.failure.reason };
  if (insurances.is === 'none') return { is: 'cannot-tell', how: tooManyInsurances };
  const fresh = newSince(insurances.record, approved);
  const ours = fresh.find(
    ({ reference, shipment_id: own, amount: insured }) =>
      reference === key || (shipment !== '' && own === shipment && isAmount(insured, amount.dollars)),
  );
  if (ours === undefined) {
    const other = fresh[0];
    return {
      is: 'cannot-tell',
      how:
        other === undefined
          ? 'No insurance of this parcel has come since the approval, and EasyPost does not say whether one is still being taken in.'
          : `Another insurance of this parcel has come, ${other.id}.`,
    };
  }
  const how = `The insurance ${ours.id} of this parcel has come with the approval.`;
  const result = resultOf(ours);
  return result.is === 'succeeded'
    ? { is: 'happened', result: { ...result, reconciled: how }, how }
    : { is: 'cannot-tell', how };
}

/** `pending` until EasyPost has seen that the parcel was not under way before. */
function resultOf(insurance: Insurance): ExecutionResult {
  const { id, status } = insurance;
  const undo = { operation: 'easypost.cancel_insurance', parameters: { insurance: id } } as const;
  if (status === 'pending' || status === 'new')
    return { is: 'succeeded', reference: id, pending: true, undo };
  if (status === 'purchased') return { is: 'succeeded', reference: id, undo };
  return isLive(insurance) && status !== 'failed'
    ? unknown(`EasyPost says “${words(status)}” of the insurance ${id}.`)
    : failed('refused', `EasyPost has the insurance ${id} as ${words(status)}.`);
}
