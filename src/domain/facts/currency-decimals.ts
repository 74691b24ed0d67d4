import { isCurrencyCode } from './currency.ts';
import type { CurrencyCode } from './value.ts';

/** Source: ISO 4217, list one, "minor unit". Fund codes and metals, which have none, are left out. */
const without = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const three = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));
const four = new Set(['CLF', 'UYW']);
const none = new Set('XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' '));

/** How many decimals amounts in a currency have; undefined where that is not known. */
export function currencyDecimals(currency: CurrencyCode): number | undefined {
  if (!isCurrencyCode(currency) || none.has(currency)) return undefined;
  if (without.has(currency)) return 0;
  if (three.has(currency)) return 3;
  return four.has(currency) ? 4 : 2;
}
