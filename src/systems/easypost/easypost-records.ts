import type { Clock } from '../../app/ports/clock.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import type { Parsed } from '../look-up/parse-answer.ts';
import { shareLookUps, type Asker } from '../look-up/share-look-ups.ts';
import type { EasyPostApi, ListWindow } from './easypost-api.ts';
import { isSameCode } from './tracking-code.ts';
import type { Claim, Insurance, Shipment, Tracker } from './easypost-schemas.ts';

/** What is looked up in EasyPost, each once per ticket. */
export type EasyPostRecords = {
  tracker(code: string, asker: Asker): Promise<LookUp<Tracker>>;
  /** All claims of a parcel, cancelled ones too. `several` when there are more than can be looked through. */
  claims(code: string, asker: Asker): Promise<LookUp<readonly Claim[]>>;
  /** All insurances of a parcel, cancelled ones too. */
  insurances(code: string, asker: Asker): Promise<LookUp<readonly Insurance[]>>;
  /** The shipment that a parcel's label was bought with; none for labels that were bought elsewhere. */
  shipment(code: string, asker: Asker): Promise<LookUp<Shipment>>;
};

/** How far back lists are looked through: an insured parcel can be claimed for some months. */
const daysBack = 180;
/** Pages of 100; a list cannot be asked for one parcel. */
const mostPages = 5;
const day = 24 * 60 * 60 * 1000;

export function createEasyPostRecords(api: EasyPostApi, clock: Clock): EasyPostRecords {
  const now = () => clock.now();
  const window = (): ListWindow => ({
    from: new Date(Date.parse(now()) - daysBack * day).toISOString(),
    to: new Date(Date.parse(now()) + day).toISOString(),
  });
  const tracker = shareLookUps(async (code, asker) => {
    const answer = await api.tracker(code, priorityOf(asker));
    return found(ofCode(answer, code), now(), isNoSuchCode);
  });
  const shipments = shareLookUps(async (id, asker) =>
    found(await api.shipment(id, priorityOf(asker)), now(), (status) => status === 404),
  );
  // One look through a list serves all parcels of a ticket.
  const allClaims = shareLookUps((_, asker) =>
    everyPage(window(), now, async (page) =>
      itemsOf(await api.claims(page, priorityOf(asker)), ({ claims }) => claims),
    ),
  );
  const allInsurances = shareLookUps((_, asker) =>
    everyPage(window(), now, async (page) =>
      itemsOf(await api.insurances(page, priorityOf(asker)), ({ insurances }) => insurances),
    ),
  );
  return {
    tracker,
    claims: async (code, asker) => ofParcel(await allClaims('', asker), code),
    insurances: async (code, asker) => ofParcel(await allInsurances('', asker), code),
    shipment: async (code, asker) =>
      follow(await tracker(code, { ...asker, freshness: 'shared' }), ({ shipment_id: id }, observedAt) =>
        id == null ? { is: 'none', because: 'not-found', observedAt } : shipments(id, asker),
      ),
  };
}

const priorityOf = ({ freshness }: Asker) => (freshness === 'newest' ? 'person' : 'background');

/** EasyPost refuses codes of which it knows that nobody gives them out. */
const isNoSuchCode = (status: number | undefined) => status === 404 || status === 422;

function ofCode(answer: Parsed<Tracker>, code: string): Parsed<Tracker> {
  if (answer.is === 'failed' || isSameCode(answer.body.tracking_code, code)) return answer;
  const reason = 'EasyPost answered with another parcel than the one that was asked for.';
  return { is: 'failed', failure: { code: 'unreadable', reason } };
}

function found<T>(
  answer: Parsed<T>,
  observedAt: string,
  isMissing: (status: number | undefined) => boolean,
): LookUp<T> {
  if (answer.is === 'parsed') return { is: 'found', record: answer.body, observedAt };
  return isMissing(answer.failure.status) ? { is: 'none', because: 'not-found', observedAt } : answer;
}

type Items<T> = Parsed<{ readonly items: readonly T[]; readonly hasMore: boolean }>;

function itemsOf<B extends { has_more: boolean }, T>(
  page: Parsed<B>,
  items: (body: B) => readonly T[],
): Items<T> {
  if (page.is === 'failed') return page;
  return { is: 'parsed', body: { items: items(page.body), hasMore: page.body.has_more } };
}

/** A list that is longer than what is looked through is no answer: the record may be in the rest. */
async function everyPage<T extends { readonly id: string }>(
  window: ListWindow,
  now: () => string,
  ask: (window: ListWindow) => Promise<Items<T>>,
): Promise<LookUp<readonly T[]>> {
  const all: T[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const before = all.at(-1)?.id;
    const answer = await ask(before === undefined ? window : { ...window, before });
    if (answer.is === 'failed') return answer;
    all.push(...answer.body.items);
    if (!answer.body.hasMore) return { is: 'found', record: all, observedAt: now() };
    // An empty page that says that there is more says nothing.
    if (answer.body.items.length === 0) break;
  }
  return { is: 'none', because: 'several', observedAt: now() };
}

function ofParcel<T extends { readonly tracking_code?: string | null | undefined }>(
  all: LookUp<readonly T[]>,
  code: string,
): LookUp<readonly T[]> {
  return all.is === 'found'
    ? { ...all, record: all.record.filter(({ tracking_code: own }) => own != null && isSameCode(own, code)) }
    : all;
}
