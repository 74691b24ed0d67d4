import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { Reading } from '../../domain/run/events.ts';
import { moneyOf } from './shopify-money.ts';
import type { ShopifyMoney } from './shopify-schemas.ts';

/** A field that holds nothing is empty. */
export function readingOf(value: FactJson | undefined): Reading {
  return value === undefined || value === '' ? { is: 'empty' } : { is: 'value', value };
}

export const readingOfMoney = (money: ShopifyMoney): Reading => readingOf(moneyOf(money));
