import { impossible } from '../write/outcome.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import { factText } from '../look-up/fact-text.ts';
import { readClaim, type ClaimRequest } from './claim-request.ts';
import type { Claim, Insurance } from './easypost-schemas.ts';
import { isLive } from './find-claim.ts';
import { findParcelOfAction, whyNoParcel, type Finder } from './find-parcel.ts';
import { words } from './record-fact.ts';
import { moneyOfDollars } from './usd.ts';
import { idList } from './known-records.ts';

/** Where people add pictures and invoices to a claim: there, under Insurance. */
const easyPostPage = 'https://app.easypost.com/';

/** Says what would be claimed for which parcel. No claim of this kind may be there yet. */
export async function prepareClaim(
  finder: Finder,
  { parameters }: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const wanted = readClaim(parameters);
  if (wanted.is === 'refused') return impossible('not-allowed', wanted.reason);
  const parcel = await findParcelOfAction(finder, context, factText(parameters['tracking_code']));
  if (parcel.is === 'failed') return { is: 'impossible', failure: parcel.failure };
  if (parcel.is === 'none') return impossible('unclear-target', whyNoParcel(parcel.because));
  const asker = { ticketId: context.ticket.id, freshness };
  const [claims, insurances] = await Promise.all([
    finder.records.claims(parcel.record, asker),
    finder.records.insurances(parcel.record, asker),
  ]);
  if (claims.is === 'failed') return { is: 'impossible', failure: claims.failure };
  if (insurances.is === 'failed') return { is: 'impossible', failure: insurances.failure };
  if (claims.is === 'none') return impossible('unclear-target', tooManyClaims);
  const refusal = refusalOf(wanted.claim, claims.record);
  if (refusal !== undefined) return impossible('not-allowed', refusal);
  const insured = insurances.is === 'found' ? insurances.record.filter(isLive) : undefined;
  return ready(parcel.record, wanted.claim, { claims: claims.record, insured });
}

export const tooManyClaims =
  'EasyPost has more claims than can be looked through: whether one of this parcel is there is not known.';

/** Why this claim cannot be filed as far as EasyPost's records tell; undefined where it can. */
export function refusalOf(wanted: ClaimRequest, claims: readonly Claim[]): string | undefined {
  const there = claims.find((claim) => isLive(claim) && claim.type === wanted.type);
  if (there !== undefined)
    return `A claim for ${wanted.type} of this parcel is there already: ${there.id}, ${words(there.status)}.`;
  // EasyPost: at least one supporting document is required for theft or damage claims.
  return wanted.type === 'loss'
    ? undefined
    : `EasyPost takes a claim for ${wanted.type} only with evidence, which cannot be added from here: file it at ${easyPostPage}.`;
}

/** The claims that are there are part of the target: one that somebody else files in the meantime changes it. */
export function claimTarget(code: string, type: string, claims: readonly Claim[]) {
  return { ids: { tracking_code: code, type, claims: idList(claims) }, name: code };
}

type State = { readonly claims: readonly Claim[]; readonly insured: readonly Insurance[] | undefined };

function ready(code: string, wanted: ClaimRequest, { claims, insured }: State): Preparation {
  const [insurance, ...others] = insured ?? [];
  const bound = others.length === 0 ? moneyOfDollars(insurance?.amount) : undefined;
  return {
    is: 'ready',
    target: claimTarget(code, wanted.type, claims),
    preview: [
      { label: 'tracking_code', value: code },
      ...(bound === undefined ? [] : [{ label: 'insured_for', value: bound }]),
      ...(insured?.length === 0 ? [{ label: 'insurance_found', value: false }] : []),
      // The app cannot read attachments of a ticket through the proxy.
      { label: 'evidence_to_add', value: easyPostPage },
    ],
    atMost: bound === undefined ? {} : { amount: bound },
  };
}
