import type { Parameters } from '../../domain/run/commands.ts';
import { factText } from '../look-up/fact-text.ts';
import type { Claim } from './easypost-schemas.ts';
import { isAmount, readDollars, type Dollars } from './usd.ts';

/** What a claim asks for, as EasyPost names it. Source: https://docs.easypost.com/docs/insurance/claims */
export type ClaimRequest = {
  readonly type: string;
  readonly amount: Dollars;
  readonly description: string;
  readonly email: string;
};

export type ClaimReading =
  | { readonly is: 'claim'; readonly claim: ClaimRequest }
  | { readonly is: 'refused'; readonly reason: string };

const types: readonly string[] = ['loss', 'damage', 'theft'];

export function readClaim(parameters: Parameters): ClaimReading {
  const type = factText(parameters['type'])?.toLowerCase() ?? '';
  const description = factText(parameters['description']);
  const email = factText(parameters['contact_email']);
  const amount = readDollars(parameters['amount']);
  if (amount.is === 'refused') return amount;
  if (!types.includes(type))
    return refused(`EasyPost takes claims for loss, damage and theft, not for “${type}”.`);
  if (description === undefined) return refused('A claim needs a description of what happened.');
  return email === undefined || !/^\S+@\S+\.\S+$/.test(email)
    ? refused('A claim needs an address that EasyPost can write to.')
    : { is: 'claim', claim: { type, amount: amount.dollars, description, email } };
}

/** EasyPost has no field for a key of ours, so the description ends with it: that finds the claim again. */
export function claimBody(
  claim: ClaimRequest,
  { code, key }: { readonly code: string; readonly key: string },
) {
  return {
    type: claim.type,
    tracking_code: code,
    amount: claim.amount.text,
    description: `${claim.description}\n\n${referenceOf(key)}`,
    contact_email: claim.email,
  };
}

/** Whether a claim is the one that was sent with this key. */
export function carriesKey({ description }: Claim, key: string): boolean {
  return description?.trimEnd().endsWith(referenceOf(key)) === true;
}

/** Whether a claim asks for the same thing, whoever has filed it. */
export function asksForSame(filed: Claim, wanted: ClaimRequest): boolean {
  return filed.type === wanted.type && isAmount(filed.requested_amount, wanted.amount);
}

const referenceOf = (key: string) => `Reference: ${key}`;

const refused = (reason: string) => ({ is: 'refused', reason }) as const;
