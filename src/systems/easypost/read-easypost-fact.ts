import type { ReadRequest } from '../../app/ports/records.ts';
import { follow, type FieldReading, type LookUp } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { claimFacts } from './claim-facts.ts';
import { findParcel, type Finder } from './find-parcel.ts';
import { isLive, onlyClaim, onlyInsurance } from './find-claim.ts';
import { insuranceFacts } from './insurance-facts.ts';
import type { RecordFacts } from './record-fact.ts';
import { shipmentFacts } from './shipment-facts.ts';
import { trackerFacts } from './tracker-facts.ts';

type Reading = Promise<LookUp<FieldReading>>;

/** Looks up the one fact that is asked for, of the parcel that the ticket is about. */
export async function readEasyPostFact(finder: Finder, request: ReadRequest): Reading {
  const { record, field } = request.source;
  const { records, dateOf } = finder;
  const telling = { dateOf, chosen: request.chosen };
  switch (record) {
    case 'tracker':
      if (field === 'claims') return readClaimList(finder, request);
      return readField(finder, request, {
        fact: trackerFacts[field],
        found: (code, asker) => records.tracker(code, asker),
        url: ({ public_url: url }) => url ?? undefined,
      });
    case 'claim':
      return readField(finder, request, {
        fact: claimFacts[field],
        found: async (code, asker) =>
          follow(await records.claims(code, asker), (claims, observedAt) =>
            onlyClaim(claims, observedAt, telling),
          ),
      });
    case 'insurance':
      return readField(finder, request, {
        fact: insuranceFacts[field],
        found: async (code, asker) =>
          follow(await records.insurances(code, asker), (insurances, observedAt) =>
            onlyInsurance(insurances, observedAt, telling),
          ),
      });
    case 'shipment':
      return readField(finder, request, {
        fact: shipmentFacts[field],
        found: (code, asker) => records.shipment(code, asker),
      });
    default:
      return { is: 'none', because: 'not-offered', observedAt: finder.now() };
  }
}

type Field<T> = {
  readonly fact: RecordFacts<T>[string] | undefined;
  readonly found: (code: string, asker: Asker) => Promise<LookUp<T>>;
  /** Where people see the record; only parcels have a page of their own. */
  readonly url?: (record: T) => string | undefined;
};

/** A field that nobody offers is not looked for. */
async function readField<T>(finder: Finder, request: ReadRequest, { fact, found, url }: Field<T>): Reading {
  if (fact === undefined) return { is: 'none', because: 'no-such-field', observedAt: finder.now() };
  return follow(await findParcel(finder, request), async (code) =>
    follow(await found(code, askerOf(request)), (record, observedAt) => ({
      is: 'found',
      record: { reading: fact.of(record, finder.dateOf), url: url?.(record) },
      observedAt,
    })),
  );
}

/** One item for each claim that counts: its id, for `count(…)`. */
async function readClaimList(finder: Finder, request: ReadRequest): Reading {
  return follow(await findParcel(finder, request), async (code) =>
    follow(await finder.records.claims(code, askerOf(request)), (claims, observedAt) => ({
      is: 'found',
      record: {
        reading: { is: 'value', value: claims.filter(isLive).map(({ id }) => id) },
        url: undefined,
      },
      observedAt,
    })),
  );
}

const askerOf = ({ ticket, freshness }: ReadRequest): Asker => ({ ticketId: ticket.id, freshness });
