import { impossible } from '../write/outcome.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { Parameters, ProposalCommand } from '../../domain/run/commands.ts';
import { factText } from '../look-up/fact-text.ts';
import type { Insurance, Tracker } from './easypost-schemas.ts';
import { isLive } from './find-claim.ts';
import { findParcelOfAction, whyNoParcel, type Finder } from './find-parcel.ts';
import { readPostalAddress } from './postal-address.ts';
import { words } from './record-fact.ts';
import { moneyOfDollars, readDollars } from './usd.ts';
import { idList } from './known-records.ts';

/** Finds the parcel and says what it would be insured for. It must not be insured yet, and not be delivered. */
export async function prepareInsurance(
  finder: Finder,
  { parameters }: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const amount = readDollars(parameters['amount']);
  if (amount.is === 'refused') return impossible('not-allowed', amount.reason);
  const parcel = await findParcelOfAction(finder, context, factText(parameters['tracking_code']));
  if (parcel.is === 'failed') return { is: 'impossible', failure: parcel.failure };
  if (parcel.is === 'none') return impossible('unclear-target', whyNoParcel(parcel.because));
  const asker = { ticketId: context.ticket.id, freshness };
  const [tracker, insurances] = await Promise.all([
    finder.records.tracker(parcel.record, asker),
    finder.records.insurances(parcel.record, asker),
  ]);
  if (tracker.is === 'failed') return { is: 'impossible', failure: tracker.failure };
  if (insurances.is === 'failed') return { is: 'impossible', failure: insurances.failure };
  if (tracker.is === 'none') return impossible('unclear-target', `EasyPost does not know ${parcel.record}.`);
  if (insurances.is === 'none') return impossible('unclear-target', tooManyInsurances);
  const refusal =
    insuranceRefusal(insurances.record) ??
    addressRefusal(tracker.record, parameters) ??
    stateRefusal(tracker.record);
  return refusal === undefined
    ? ready(parcel.record, tracker.record, insurances.record)
    : impossible('not-allowed', refusal);
}

export const tooManyInsurances =
  'EasyPost has more insurances than can be looked through: whether this parcel is insured is not known.';

/** A parcel is insured once. */
export function insuranceRefusal(insurances: readonly Insurance[]): string | undefined {
  const there = insurances.find(isLive);
  if (there === undefined) return undefined;
  const amount = moneyOfDollars(there.amount) ?? 'an amount';
  return `This parcel is insured for ${amount} already: ${there.id}, ${words(there.status)}.`;
}

function addressRefusal({ shipment_id: shipment }: Tracker, parameters: Parameters): string | undefined {
  if (shipment != null) return undefined;
  const isUnread = (name: string) => readPostalAddress(factText(parameters[name])) === undefined;
  const missing = ['to_address', 'from_address'].filter(isUnread);
  return missing.length === 0
    ? undefined
    : `The label was not bought with EasyPost, so it needs ${missing.join(' and ')} as “Name, street, city, state, zip, US”.`;
}

/** EasyPost cancels the insurance of a parcel that was under way before. Source: https://docs.easypost.com/docs/insurance */
function stateRefusal({ shipment_id: shipment, status }: Tracker): string | undefined {
  if (status === 'unknown' || status === 'pre_transit') return undefined;
  return shipment != null && status !== 'delivered' && status !== 'failure'
    ? undefined
    : `The carrier has the parcel as ${words(status)}: it cannot be insured any more.`;
}

function ready(code: string, tracker: Tracker, insurances: readonly Insurance[]): Preparation {
  return {
    is: 'ready',
    target: {
      ids: {
        tracking_code: code,
        shipment: tracker.shipment_id ?? '',
        carrier: tracker.carrier ?? '',
        insurances: idList(insurances),
      },
      name: code,
      ...(tracker.public_url == null ? {} : { url: tracker.public_url }),
    },
    preview: [
      { label: 'tracking_code', value: code },
      { label: 'carrier_status', value: words(tracker.status) },
    ],
    atMost: {},
  };
}
