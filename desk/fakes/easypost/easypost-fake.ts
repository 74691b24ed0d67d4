import { jsonResponse, type Fake, type FakeRequest, type FakeResponse } from '../fake.ts';
import { readTrackerCall } from './tracker-call.ts';
import type { EasyPostSeed, EasyPostTrackerSeed } from './seed.ts';

export type EasyPostFake = Fake & { readonly state: EasyPostState };

type EasyPostState = {
  readonly key: string;
  /** By tracking code; a code that was asked for stays known. */
  readonly trackers: Map<string, EasyPostTrackerSeed>;
};

/**
 * A stand-in for EasyPost's tracking. Source of its rules: https://docs.easypost.com/docs/trackers
 * @param now the instant, ISO 8601
 */
export function createEasyPostFake(seed: EasyPostSeed, now: () => string): EasyPostFake {
  const state: EasyPostState = {
    key: seed.key,
    trackers: new Map(seed.trackers.map((tracker) => [tracker.trackingCode, tracker])),
  };
  return {
    system: 'easypost',
    state,
    answersFor: (host) => host === 'api.easypost.com',
    handle: (request) => {
      if (!isAuthorised(request, state.key))
        return error(401, 'APIKEY.INACTIVE', 'This api key is no longer active.');
      if (request.method === 'POST' && request.url.pathname === '/v2/trackers')
        return createTracker(state, request, now);
      return error(404, 'NOT_FOUND', 'The requested resource could not be found.');
    },
  };
}

/** Both forms that EasyPost takes: a bearer token, and the key as user of basic authentication. */
function isAuthorised({ headers }: FakeRequest, key: string): boolean {
  const given = headers['authorization'];
  return given === `Bearer ${key}` || given === `Basic ${btoa(`${key}:`)}`;
}

/** The same code gives the same tracker. A code that no carrier knows gives one with the status `unknown`. */
function createTracker(state: EasyPostState, request: FakeRequest, now: () => string): FakeResponse {
  const call = readTrackerCall(request.body);
  if (call === undefined) {
    return error(422, 'PARAMETER.REQUIRED', 'Missing required parameter.', [
      { field: 'tracking_code', message: 'cannot be blank' },
    ]);
  }
  const known = state.trackers.get(call.trackingCode);
  const tracker = known ?? {
    trackingCode: call.trackingCode,
    carrier: call.carrier ?? 'UPS',
    status: 'unknown',
  };
  state.trackers.set(call.trackingCode, tracker);
  return jsonResponse(200, trackerJson(tracker, now()));
}

function trackerJson(tracker: EasyPostTrackerSeed, now: string) {
  const {
    trackingCode,
    carrier,
    status,
    statusDetail = status,
    estDeliveryDate = null,
    lastScanAt,
  } = tracker;
  const scan = {
    object: 'TrackingDetail',
    message: statusDetail.replaceAll('_', ' '),
    status,
    status_detail: statusDetail,
    datetime: lastScanAt,
    source: carrier,
    tracking_location: { object: 'TrackingLocation', city: null, state: null, country: null, zip: null },
  };
  return {
    id: `trk_desk${trackingCode}`,
    object: 'Tracker',
    mode: 'test',
    tracking_code: trackingCode,
    status,
    status_detail: statusDetail,
    carrier,
    est_delivery_date: estDeliveryDate,
    public_url: `https://track.easypost.com/desk/${trackingCode}`,
    tracking_details: lastScanAt === undefined ? [] : [scan],
    finalized: true,
    created_at: now,
    updated_at: now,
  };
}

function error(status: number, code: string, message: string, errors: readonly unknown[] = []): FakeResponse {
  return jsonResponse(status, { error: { code, message, errors } });
}
