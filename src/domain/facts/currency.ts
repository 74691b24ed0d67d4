import type { Decimal } from './decimal.ts';
import { parseNumber, writtenNumber } from './number-text.ts';
import type { CurrencyCode } from './value.ts';

/** The currencies that have a sign of their own. Source: SOP language, section 3, "Literals". */
export const currencySigns: Readonly<Record<string, CurrencyCode>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };

/** ISO 4217 list one, with BGN, ANG and ZWL, which ended recently and still stand in older records. */
const codes = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
  CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
  ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR
  MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
  SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF
  XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG ZWL`.split(/\s+/),
);

/** The sign that stands for a currency in an SOP: `$` for USD; undefined where its code is written. */
export function currencySign(currency: CurrencyCode): string | undefined {
  return Object.keys(currencySigns).find((sign) => currencySigns[sign] === currency);
}

/** Whether a text is an ISO 4217 code in capitals. */
export function isCurrencyCode(text: string): boolean {
  return codes.has(text);
}

const signFirst = new RegExp(String.raw`^(-?)\s*([$€£])\s*(${writtenNumber})$`);
const codeLast = new RegExp(String.raw`^(-?)\s*(${writtenNumber})\s*([A-Z]{3})$`);
const codeFirst = new RegExp(String.raw`^([A-Z]{3})\s*(-?)\s*(${writtenNumber})$`);

/** Reads money as it stands in data: `$120`, `120 EUR`, `EUR 120`, with an optional minus; undefined for anything else. */
export function parseMoney(text: string): { amount: Decimal; currency: CurrencyCode } | undefined {
  const trimmed = text.trim();
  const sign = signFirst.exec(trimmed);
  if (sign !== null) return moneyOf(`${sign[1]}${sign[3]}`, currencySigns[sign[2] ?? '']);
  const last = codeLast.exec(trimmed);
  if (last !== null) return moneyOf(`${last[1]}${last[2]}`, last[3]);
  const first = codeFirst.exec(trimmed);
  return first === null ? undefined : moneyOf(`${first[2]}${first[3]}`, first[1]);
}

function moneyOf(written: string, currency: CurrencyCode | undefined) {
  const amount = parseNumber(written);
  return amount !== undefined && currency !== undefined && isCurrencyCode(currency)
    ? { amount, currency }
    : undefined;
}
