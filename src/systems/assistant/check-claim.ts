import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactType } from '../../domain/facts/value.ts';
import type { Message } from '../../app/ports/ticket-desk.ts';
import { claimedDate } from './claimed-date.ts';
import { claimedMoney, claimedNumber } from './claimed-number.ts';
import { claimedDuration } from './claimed-duration.ts';
import type { Claim } from './extraction-answer.ts';

/** Longer ones are no fact of a ticket. */
const longestValue = 1_000;

/** A value whose words stand in the customer's message and that can be read from these words; null otherwise. */
export function checkClaim(claim: Claim, type: FactType, messages: readonly Message[]): FactJson {
  const quote = plainText(claim.quote);
  const value = plainText(claim.value);
  if (quote === '' || value === '' || value.length > longestValue) return null;
  return isSaid(quote, messages) ? readValue(value, quote, type) : null;
}

/** Whether one message of the customer holds the quote. The same letters can be composed in two ways, and mail breaks lines anywhere. */
export function isSaid(quote: string, messages: readonly Message[]): boolean {
  return messages.some(({ from, text }) => from === 'customer' && plainText(text).includes(plainText(quote)));
}

/** One form of the same text: NFC, white space collapsed. */
function plainText(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

function readValue(value: string, quote: string, type: FactType): FactJson {
  switch (type.kind) {
    case 'yes-no':
      return yesNo(value);
    case 'choice':
      return type.options.find((option) => sameText(option, value)) ?? null;
    case 'number':
    case 'count':
      return claimedNumber(value, quote, type.kind);
    case 'money':
      return claimedMoney(value, quote, type.currency);
    case 'date':
      return claimedDate(value, quote);
    case 'duration':
      return claimedDuration(value, quote);
    case 'text':
      return contains(quote, value) ? value : null;
    case 'list':
      return listOf(value, quote);
  }
}

function yesNo(value: string): FactJson {
  const word = value.toLowerCase();
  if (word === 'yes' || word === 'true') return true;
  return word === 'no' || word === 'false' ? false : null;
}

function listOf(value: string, quote: string): FactJson {
  const items = value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length > 0 && items.every((item) => contains(quote, item)) ? items : null;
}

const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const contains = (quote: string, value: string) => quote.toLowerCase().includes(value.toLowerCase());
