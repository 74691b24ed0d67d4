import { foldCase, foldSpace } from '../../../domain/facts/fold-text.ts';
import type { FactJson } from '../../../domain/facts/fact-json.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { ShopifyAddress } from '../shopify-schemas.ts';

/** The parameters of an address, by the field that each fills. */
export const addressParameters = {
  first_name: 'firstName',
  last_name: 'lastName',
  company: 'company',
  address1: 'address1',
  address2: 'address2',
  city: 'city',
  province: 'provinceCode',
  zip: 'zip',
  country: 'countryCodeV2',
  phone: 'phone',
} as const satisfies Readonly<Record<string, keyof ShopifyAddress>>;

/** Who receives it and the country stay unless another is named. The rest of an address goes with its street: an old suite has no place in a new one. */
const kept = new Set(['first_name', 'last_name', 'company', 'phone', 'country']);

/** The address that an order is to have, made of the parameters and of the address that it has. */
export function wantedAddress(parameters: Parameters, now: ShopifyAddress): ShopifyAddress {
  const wanted: Partial<Record<keyof ShopifyAddress, string | null>> = {};
  for (const [name, field] of Object.entries(addressParameters)) {
    const text = textOf(parameters[name]);
    const value = text ?? (kept.has(name) ? now[field] : null);
    wanted[field] = value === '' ? null : field === 'countryCodeV2' ? (value?.toUpperCase() ?? null) : value;
  }
  return { ...now, ...wanted };
}

/** The parameters that would give an order this address, all of them, so that nothing is kept of another one. */
export function parametersOf(address: ShopifyAddress): Parameters {
  return Object.fromEntries(
    Object.entries(addressParameters).map(([name, field]) => [name, address[field] ?? '']),
  );
}

/**
 * Whether an order has the address that was wanted; blanks and capitals aside. The shop writes phone numbers in its own way and adds
 * the province where it can tell it.
 */
export function isSameAddress(stored: ShopifyAddress, wanted: ShopifyAddress): boolean {
  return Object.values(addressParameters).every((field) => {
    if (field === 'phone') return isSamePhone(stored.phone, wanted.phone);
    const isShops = field === 'provinceCode' && wanted.provinceCode === null;
    return isShops || foldedOf(stored[field]) === foldedOf(wanted[field]);
  });
}

/** Shorter than this no number is told by its end. */
const wholeNumber = 7;

/** `(415) 555-0100` and `+14155550100` are one number: the shop puts the country before it and takes signs out. */
function isSamePhone(stored: string | null, wanted: string | null): boolean {
  const [one, other] = [digitsOf(stored), digitsOf(wanted)];
  if (one === other) return true;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.length >= wholeNumber && longer.endsWith(shorter);
}

/** Without the zero that some countries dial at home only. */
const digitsOf = (phone: string | null) => (phone ?? '').replaceAll(/\D/g, '').replace(/^0+/, '');

const foldedOf = (text: string | null) => foldCase(foldSpace(text ?? ''));

function textOf(value: FactJson | undefined): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}
