import type { ActionContext } from '../../app/ports/actions.ts';
import type { ReadRequest } from '../../app/ports/records.ts';
import type { Instant } from '../../domain/run/events.ts';
import { declarationOf, factText, recordDeclaration } from '../look-up/fact-text.ts';
import type { DateOf } from '../look-up/date-of.ts';
import type { LookUp } from '../look-up/look-up.ts';
import type { EasyPostRecords } from './easypost-records.ts';

/** What it takes to find a parcel and what EasyPost knows of it. */
export type Finder = {
  readonly records: EasyPostRecords;
  readonly dateOf: DateOf;
  readonly now: () => Instant;
  /** The tracking number of the ticket's order, where a shop system knows it. */
  readonly trackingNumber: ((request: ReadRequest) => Promise<LookUp<string>>) | undefined;
};

/** The tracking code by the fact that the SOP declares, else by the fact `tracking number`, else by the ticket's order. */
export async function findParcel(
  { trackingNumber, now }: Finder,
  request: ReadRequest,
): Promise<LookUp<string>> {
  const declaration = recordDeclaration(request.records, request.source.declaredRecord);
  const code = factText(request.keyFact(declaration?.by ?? 'tracking number'));
  if (code !== undefined) return { is: 'found', record: code, observedAt: now() };
  const isLeftToTheOrder = declaration === undefined && trackingNumber !== undefined;
  return isLeftToTheOrder
    ? trackingNumber(request)
    : { is: 'none', because: 'key-missing', observedAt: now() };
}

/** The same for an action: the code that the proposal names goes first. */
export async function findParcelOfAction(
  finder: Finder,
  { ticket, records, keyFact, chosen }: ActionContext,
  named: string | undefined,
): Promise<LookUp<string>> {
  if (named !== undefined) return { is: 'found', record: named, observedAt: finder.now() };
  return findParcel(finder, {
    fact: 'tracking number',
    type: { kind: 'text' },
    source: {
      from: 'system',
      system: 'easypost',
      record: 'tracker',
      field: 'tracking_code',
      customField: undefined,
      declaredRecord: declarationOf(records, 'easypost', ['tracker', 'claim', 'insurance', 'shipment'])?.name,
    },
    records,
    ticket,
    keyFact,
    chosen,
    freshness: 'shared',
  });
}

/** Why it is not clear which parcel is meant. */
export function whyNoParcel(because: string): string {
  switch (because) {
    case 'several':
      return 'Several parcels belong to the order: the SOP or the ticket has to say which one is meant.';
    case 'key-missing':
      return 'Neither a tracking number nor an order number is known.';
    default:
      return 'No parcel was found for this ticket.';
  }
}
