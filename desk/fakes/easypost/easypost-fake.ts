import { jsonResponse, type Fake, type FakeRequest, type FakeResponse } from '../fake.ts';
import { cancelClaim, createClaim } from './claims.ts';
import { easyPostError, missing, notFound, refused } from './easypost-error.ts';
import { createInsurance, insureShipment, refundInsurance } from './insurances.ts';
import { claimJson, insuranceJson, shipmentJson, trackerJson } from './json-of.ts';
import { listPage } from './list-page.ts';
import type { EasyPostSeed } from './seed.ts';
import { createEasyPostState, type EasyPostState } from './state.ts';
import { readTrackerCall } from './tracker-call.ts';

export type EasyPostFake = Fake & { readonly state: EasyPostState };

/**
 * A stand-in for EasyPost: trackers, labels, insurances and claims. Source of its rules: https://docs.easypost.com/docs
 * @param now the instant, ISO 8601
 */
export function createEasyPostFake(seed: EasyPostSeed, now: () => string): EasyPostFake {
  const state = createEasyPostState(seed);
  return {
    system: 'easypost',
    state,
    answersFor: (host) => host === 'api.easypost.com',
    handle: (request) => {
      if (!isAuthorised(request, state.key))
        return easyPostError(401, 'APIKEY.INACTIVE', 'This api key is no longer active.');
      return request.method === 'GET' ? read(state, request.url, now()) : write(state, request, now());
    },
  };
}

/** Both forms that EasyPost takes: a bearer token, and the key as user of basic authentication. */
function isAuthorised({ headers }: FakeRequest, key: string): boolean {
  const given = headers['authorization'];
  return given === `Bearer ${key}` || given === `Basic ${btoa(`${key}:`)}`;
}

function read(state: EasyPostState, url: URL, now: string): FakeResponse {
  const lists: Readonly<
    Record<string, () => readonly { readonly id: string; readonly created_at: string }[]>
  > = {
    trackers: () => [...state.trackers.values()].map((tracker) => trackerJson(tracker, state, now)),
    claims: () => state.claims.map((claim) => claimJson(claim, state)),
    insurances: () => state.insurances.map(insuranceJson),
    shipments: () => state.shipments.map((shipment) => shipmentJson(shipment, state, now)),
  };
  const [, folder = '', id] = /^\/v2\/([a-z]+)(?:\/([^/]+))?$/.exec(url.pathname) ?? [];
  const all = lists[folder]?.();
  if (all === undefined) return notFound();
  if (id === undefined) return listPage(folder, all, url);
  const one = all.find((candidate) => candidate.id === decodeURIComponent(id));
  return one === undefined ? notFound() : jsonResponse(200, one);
}

function write(state: EasyPostState, request: FakeRequest, now: string): FakeResponse {
  if (request.method !== 'POST') return notFound();
  const [, folder, id = '', verb = ''] =
    /^\/v2\/([a-z]+)(?:\/([^/]+)\/([a-z]+))?$/.exec(request.url.pathname) ?? [];
  switch (`${folder ?? ''}/${verb}`) {
    case 'trackers/':
      return createTracker(state, request, now);
    case 'claims/':
      return createClaim(state, request, now);
    case 'claims/cancel':
      return cancelClaim(state, id);
    case 'insurances/':
      return createInsurance(state, request, now);
    case 'insurances/refund':
      return refundInsurance(state, id);
    case 'shipments/insure':
      return insureShipment(state, { id, request, now });
    case 'shipments/refund':
      return refundShipment(state, id, now);
    default:
      return notFound();
  }
}

/** The same code gives the same tracker. A code that no carrier knows gives one with the status `unknown`. */
function createTracker(state: EasyPostState, request: FakeRequest, now: string): FakeResponse {
  const call = readTrackerCall(request.body);
  if (call === undefined) return missing('tracking_code');
  const known = state.trackers.get(call.trackingCode);
  const tracker = known ?? {
    trackingCode: call.trackingCode,
    carrier: call.carrier ?? 'UPS',
    status: 'unknown',
  };
  state.trackers.set(call.trackingCode, tracker);
  return jsonResponse(200, trackerJson(tracker, state, now));
}

/** `POST /v2/shipments/{id}/refund`: the carrier decides later; what was rejected can be asked again. */
function refundShipment(state: EasyPostState, id: string, now: string): FakeResponse {
  const shipment = state.shipments.find((candidate) => candidate.id === id);
  if (shipment === undefined) return notFound();
  if (shipment.refundStatus === 'submitted' || shipment.refundStatus === 'refunded')
    return refused('A refund of this shipment was requested already.');
  shipment.refundStatus = shipment.refundsBecome ?? 'submitted';
  return jsonResponse(200, shipmentJson(shipment, state, now));
}
