import { jsonResponse, type Fake, type FakeRequest, type FakeResponse } from '../fake.ts';
import { readHoldCall } from './hold-call.ts';
import type { DepotParcelSeed, DepotSeed } from './seed.ts';

export type DepotFake = Fake & { readonly state: DepotState };

type Hold = {
  readonly id: string;
  readonly parcel: string;
  readonly reason: string;
  readonly reference: string | null;
};

type DepotState = {
  readonly key: string;
  readonly parcels: Map<string, DepotParcelSeed>;
  readonly holds: Hold[];
  /** How often a parcel was released. */
  releases: number;
  /** First answers by `Idempotency-Key`, with what was asked. */
  readonly results: Map<string, { readonly asked: string; readonly response: FakeResponse }>;
};

export const DEPOT_HOST = 'api.depot.example';

/**
 * A depot that keeps parcels: it finds them by number and by order, holds those that wait, and releases those that it holds. A hold heeds the
 * header `Idempotency-Key`: the same key gives the first answer again. A release heeds none.
 */
export function createDepotFake(seed: DepotSeed): DepotFake {
  const state: DepotState = {
    key: seed.key,
    parcels: new Map(seed.parcels.map((parcel) => [parcel.number, parcel])),
    holds: [],
    releases: 0,
    results: new Map(),
  };
  return {
    system: 'depot',
    state,
    answersFor: (host) => host === DEPOT_HOST,
    handle: (request) => {
      if (request.headers['x-api-key'] !== state.key) return error(401, 'This key is not known.');
      const { pathname } = request.url;
      if (request.method === 'GET') return read(state, request.url);
      if (request.headers['content-type']?.startsWith('application/json') !== true)
        return error(415, 'Send JSON.');
      const [, number = '', action] = /^\/v1\/parcels\/([^/]+)\/(hold|release)$/.exec(pathname) ?? [];
      if (request.method !== 'POST' || action === undefined) return error(404, 'There is no such address.');
      const parcel = state.parcels.get(decodeURIComponent(number));
      if (parcel === undefined) return error(404, 'There is no parcel with this number.');
      return action === 'hold'
        ? once(state, request, () => hold(state, parcel, request))
        : release(state, parcel);
    },
  };
}

function read(state: DepotState, { pathname, searchParams }: URL): FakeResponse {
  if (pathname === '/v1/health') return jsonResponse(200, { ok: true });
  if (pathname === '/v1/parcels') {
    const order = plain(searchParams.get('order') ?? '');
    const found = [...state.parcels.values()].filter((parcel) => plain(parcel.order) === order);
    return jsonResponse(200, { results: found.map(parcelJson), has_more: false });
  }
  const [, number = '', list] = /^\/v1\/parcels\/([^/]+)(\/holds)?$/.exec(pathname) ?? [];
  const parcel = state.parcels.get(decodeURIComponent(number));
  if (parcel === undefined) return error(404, 'There is no parcel with this number.');
  if (list === undefined) return jsonResponse(200, parcelJson(parcel));
  const holds = state.holds.filter((one) => one.parcel === parcel.number);
  return jsonResponse(200, { holds: holds.map(({ id, reason, reference }) => ({ id, reason, reference })) });
}

const plain = (order: string): string => order.trim().replace(/^#/, '');

function parcelJson({ number, order, status, arrivedAt, kilograms, fee, note }: DepotParcelSeed) {
  return {
    number,
    order,
    status,
    arrived_at: arrivedAt,
    parcel: { weight_kg: kilograms },
    fee: { amount: fee, currency: 'EUR' },
    tags: status === 'held' ? ['held'] : [],
    ...(note === undefined ? {} : { note }),
  };
}

/** The same key is answered as before; with another body it is refused. */
function once(state: DepotState, request: FakeRequest, act: () => FakeResponse): FakeResponse {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return act();
  const asked = `${request.url.pathname} ${request.body ?? ''}`;
  const earlier = state.results.get(key);
  if (earlier !== undefined)
    return earlier.asked === asked ? earlier.response : error(422, 'This key was used for something else.');
  const response = act();
  state.results.set(key, { asked, response });
  return response;
}

function hold(state: DepotState, parcel: DepotParcelSeed, request: FakeRequest): FakeResponse {
  const call = readHoldCall(request.body);
  if (call === undefined) return error(422, 'A hold needs a reason.');
  if (parcel.status !== 'waiting') return error(409, `The parcel is ${parcel.status} already.`);
  state.parcels.set(parcel.number, { ...parcel, status: 'held' });
  const id = `hold_${state.holds.length + 1}`;
  state.holds.push({ id, parcel: parcel.number, ...call });
  return jsonResponse(201, { hold_id: id, status: 'held' });
}

function release(state: DepotState, parcel: DepotParcelSeed): FakeResponse {
  if (parcel.status !== 'held') return error(409, `The parcel is not held, it is ${parcel.status}.`);
  state.parcels.set(parcel.number, { ...parcel, status: 'waiting' });
  state.releases += 1;
  return jsonResponse(200, { status: 'waiting' });
}

const error = (status: number, message: string): FakeResponse => jsonResponse(status, { error: { message } });
