import { jsonResponse, type FakeRequest, type FakeResponse } from '../fake.ts';
import { bodyOf, insuranceBody, insureShipmentBody } from './body-of.ts';
import { missing, notFound, refused } from './easypost-error.ts';
import { insuranceJson, shipmentJson } from './json-of.ts';
import type { EasyPostState, InsuranceRecord } from './state.ts';

/** `POST /v2/insurances`: of parcels whose label was bought elsewhere; pending until the carrier is asked. Taken as often as it is sent. */
export function createInsurance(state: EasyPostState, request: FakeRequest, now: string): FakeResponse {
  const given = bodyOf(request.body, insuranceBody)?.insurance ?? {};
  const blank = (['tracking_code', 'amount', 'to_address', 'from_address'] as const).filter(
    (field) => given[field] === undefined || given[field] === '',
  );
  const { tracking_code: trackingCode, amount, reference } = given;
  if (trackingCode === undefined || amount === undefined || blank.length > 0) return missing(...blank);
  const insurance = add(state, {
    trackingCode,
    amount: Number(amount).toFixed(2),
    status: 'pending',
    createdAt: now,
    ...(reference === undefined ? {} : { reference }),
  });
  return jsonResponse(201, insuranceJson(insurance));
}

/** `POST /v2/shipments/{id}/insure`: insured at once, and only once. */
export function insureShipment(
  state: EasyPostState,
  { id, request, now }: { readonly id: string; readonly request: FakeRequest; readonly now: string },
): FakeResponse {
  const shipment = state.shipments.find((candidate) => candidate.id === id);
  const amount = bodyOf(request.body, insureShipmentBody)?.amount;
  if (shipment === undefined) return notFound();
  if (amount === undefined) return missing('amount');
  const isInsured = state.insurances.some(
    (insurance) => insurance.shipment === id && insurance.status !== 'cancelled',
  );
  if (isInsured) return refused('The shipment is insured already.');
  add(state, {
    trackingCode: shipment.trackingCode,
    amount: Number(amount).toFixed(2),
    status: 'purchased',
    createdAt: now,
    shipment: id,
  });
  return jsonResponse(200, shipmentJson(shipment, state, now));
}

/** `POST /v2/insurances/{id}/refund`: only what counts can be cancelled. */
export function refundInsurance(state: EasyPostState, id: string): FakeResponse {
  const insurance = state.insurances.find((candidate) => candidate.id === id);
  if (insurance === undefined) return notFound();
  if (insurance.status === 'cancelled' || insurance.status === 'failed')
    return refused(`The insurance is ${insurance.status}.`);
  insurance.status = 'cancelled';
  return jsonResponse(200, insuranceJson(insurance));
}

function add(state: EasyPostState, given: Omit<InsuranceRecord, 'id'>): InsuranceRecord {
  const insurance: InsuranceRecord = { id: `ins_desk${state.insurances.length + 1}`, ...given };
  state.insurances.push(insurance);
  return insurance;
}
