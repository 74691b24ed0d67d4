import type { RecordChoice } from '../../domain/decisions/proposal.ts';
import type { ChosenRecord } from '../../app/ports/records.ts';
import type { DateOf } from '../look-up/date-of.ts';
import type { LookUp } from '../look-up/look-up.ts';
import type { Claim, Insurance } from './easypost-schemas.ts';
import { day, words } from './record-fact.ts';
import { moneyOfDollars } from './usd.ts';

type Telling = { readonly dateOf: DateOf; readonly chosen: ChosenRecord };

/** The claim that is meant: cancelled ones count where there is no other. Several → the rep chooses. */
export function onlyClaim(
  claims: readonly Claim[],
  observedAt: string,
  { dateOf, chosen }: Telling,
): LookUp<Claim> {
  return only(claims, observedAt, {
    chosen: chosen('easypost', 'claim'),
    choice: (several) => claimChoice(several, dateOf),
  });
}

/** The insurance that is meant, by the same rules. */
export function onlyInsurance(
  insurances: readonly Insurance[],
  observedAt: string,
  { dateOf, chosen }: Telling,
): LookUp<Insurance> {
  return only(insurances, observedAt, {
    chosen: chosen('easypost', 'insurance'),
    choice: (several) => insuranceChoice(several, dateOf),
  });
}

/** Whether it counts for something: neither a claim nor an insurance comes back from being cancelled. */
export function isLive({ status }: { readonly status: string }): boolean {
  return status !== 'cancelled';
}

function only<T extends { readonly id: string; readonly status: string }>(
  all: readonly T[],
  observedAt: string,
  given: { readonly chosen: string | undefined; readonly choice: (several: readonly T[]) => RecordChoice },
): LookUp<T> {
  const meant = all.find(({ id }) => id === given.chosen);
  if (meant !== undefined) return { is: 'found', record: meant, observedAt };
  const live = all.filter(isLive);
  const fitting = live.length > 0 ? live : all;
  const [one, ...others] = fitting;
  if (one === undefined) return { is: 'none', because: 'not-found', observedAt };
  return others.length === 0
    ? { is: 'found', record: one, observedAt }
    : { is: 'none', because: 'several', observedAt, choice: given.choice(fitting) };
}

export function claimChoice(claims: readonly Claim[], dateOf: DateOf): RecordChoice {
  return {
    system: 'easypost',
    record: 'claim',
    candidates: claims.map((claim) => ({
      id: claim.id,
      name: claim.id,
      details: [
        { label: 'claim_type', value: claim.type },
        { label: 'status', value: words(claim.status) },
        ...amountLine(claim.requested_amount),
        ...sinceLine(claim.created_at, dateOf),
      ],
    })),
  };
}

export function insuranceChoice(insurances: readonly Insurance[], dateOf: DateOf): RecordChoice {
  return {
    system: 'easypost',
    record: 'insurance',
    candidates: insurances.map((insurance) => ({
      id: insurance.id,
      name: insurance.id,
      details: [
        ...amountLine(insurance.amount),
        { label: 'status', value: words(insurance.status) },
        ...sinceLine(insurance.created_at, dateOf),
      ],
    })),
  };
}

function amountLine(amount: string | number | null | undefined) {
  const value = moneyOfDollars(amount);
  return value === undefined ? [] : [{ label: 'amount', value }];
}

function sinceLine(created: string, dateOf: DateOf) {
  const since = day(created, dateOf);
  return since.is === 'value' ? [{ label: 'since', value: since.value }] : [];
}
