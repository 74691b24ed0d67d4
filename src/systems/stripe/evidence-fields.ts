import type { Parameters } from '../../domain/run/commands.ts';
import { factText } from '../look-up/fact-text.ts';
import type { StripeDispute } from './stripe-schemas.ts';

/** Fields of Stripe's `evidence` that hold a text. */
const sameNamed = [
  'product_description',
  'shipping_carrier',
  'shipping_tracking_number',
  'shipping_date',
  'shipping_address',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'duplicate_charge_explanation',
] as const;

/** Source: https://docs.stripe.com/api/disputes/update; of all fields together no more than 150,000. */
const longestText = 20_000;
const longestShort = 5_000;
const longestTogether = 150_000;
const shortFields: readonly string[] = [
  'shipping_carrier',
  'shipping_tracking_number',
  'shipping_date',
  'shipping_address',
];

export type EvidenceReading =
  | { readonly is: 'evidence'; readonly fields: Readonly<Record<string, string>> }
  | { readonly is: 'refused'; readonly reason: string };

/**
 * The parameters as the fields that Stripe takes. Its own field `customer_communication` is the id of an uploaded file, and the app
 * cannot upload files: what was said to the customer goes along in `uncategorized_text`, under a heading.
 */
export function readEvidence(parameters: Parameters): EvidenceReading {
  const told = sameNamed.flatMap((name): [string, string][] => {
    const value = factText(parameters[name]);
    return value === undefined ? [] : [[name, value]];
  });
  const other = factText(parameters['uncategorized_text']);
  const said = factText(parameters['customer_communication']);
  const further = [
    ...(other === undefined ? [] : [other]),
    ...(said === undefined ? [] : [`Communication with the customer:\n${said}`]),
  ].join('\n\n');
  const fields = [...told, ...(further === '' ? [] : [['uncategorized_text', further] as const])];
  if (fields.length === 0) return { is: 'refused', reason: 'The evidence is empty.' };
  for (const [name, value] of fields) {
    const limit = shortFields.includes(name) ? longestShort : longestText;
    if (value.length > limit)
      return {
        is: 'refused',
        reason: `The bank reads ${limit} characters of ${name}; these are ${value.length}.`,
      };
  }
  const together = fields.reduce((sum, [, value]) => sum + value.length, 0);
  return together > longestTogether
    ? { is: 'refused', reason: `The bank reads ${longestTogether} characters in all; these are ${together}.` }
    : { is: 'evidence', fields: Object.fromEntries(fields) };
}

/** Whether a dispute holds exactly this evidence. Stripe trims texts. */
export function holdsEvidence(
  {
    evidence,
    evidence_details: { has_evidence: isThere },
  }: Pick<StripeDispute, 'evidence' | 'evidence_details'>,
  fields: Readonly<Record<string, string>>,
): boolean {
  return (
    isThere &&
    Object.entries(fields).every(([name, value]) => {
      const held = evidence[name];
      return typeof held === 'string' && held.trim() === value.trim();
    })
  );
}
