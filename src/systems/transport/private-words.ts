/**
 * Takes out of a sentence what must not be shown, stored or logged: e-mail addresses, card numbers, keys and what looks like one, placeholders of our
 * secure settings. Providers quote what they were sent, and an error is read by more people than the record it is about.
 */
export function maskPrivateWords(sentence: string): string {
  const masked = masks.reduce((text, { pattern, by }) => text.replace(pattern, by), sentence);
  return masked.replace(digitRun, (run) => (isCardNumber(run) ? '(card number)' : run));
}

type Mask = { readonly pattern: RegExp; readonly by: string };

const masks: readonly Mask[] = [
  { pattern: /\{\{[^{}]*\}\}/g, by: '(key)' },
  // An address as it is written, quoted, or encoded in a query.
  { pattern: /[\p{L}\p{N}._%+'-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu, by: '(e-mail address)' },
  { pattern: /\b(?:bearer|basic)\s+[\w.~+/=!-]{8,}/gi, by: '(key)' },
  { pattern: /(?:sk|rk|pk)_(?:live|test)_[\w*]+/gi, by: '(key)' },
  // Stripe, Anthropic; Shopify; HubSpot; EasyPost; a JWT; a session of Salesforce.
  { pattern: /\b(?:sk|rk|pk|whsec)[-_][\w*-]{6,}/gi, by: '(key)' },
  { pattern: /\bshp[a-z]{2}_\w{6,}/gi, by: '(key)' },
  { pattern: /\bpat-[a-z0-9]{2,4}-[\w-]{6,}/gi, by: '(key)' },
  { pattern: /\bEZ[AT]K\w{6,}/g, by: '(key)' },
  { pattern: /\beyJ[\w-]{6,}\.[\w.-]+/g, by: '(key)' },
  { pattern: /\b00D[A-Za-z0-9]{12,15}![\w.!-]+/g, by: '(key)' },
  {
    pattern: /\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b)[\w-]{40,}/gi,
    by: '(key)',
  },
];

/** 13 to 19 digits, alone or in groups. */
const digitRun = /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g;

/** The check digit of card numbers (Luhn), so that ids of orders stay readable. */
function isCardNumber(run: string): boolean {
  const digits = Array.from(run.matchAll(/\d/g), ([digit]) => Number(digit)).toReversed();
  const sum = digits.reduce((total, digit, place) => {
    const counted = place % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}
