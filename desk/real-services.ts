import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { FakeRequest } from './fakes/fake.ts';
import type { Outcome } from './proxy/proxy-answer.ts';

/** A system that is the real one, because `.env` has its key. */
export type RealService = {
  readonly system: string;
  readonly host: string;
  /** What the app's settings get: secret ones by the names of the manifest. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
};

/** Finds the keys in a `.env` file. No file, no real service. */
export function realServicesOf(file: string): readonly RealService[] {
  return existsSync(file) ? realServices(parseEnv(readFileSync(file, 'utf8'))) : [];
}

/** The services whose keys are there. */
export function realServices(keys: Readonly<Record<string, string | undefined>>): readonly RealService[] {
  return [
    oneKey({ system: 'stripe', host: 'api.stripe.com', setting: 'stripe_key', key: keys['STRIPE_KEY'] }),
    oneKey({
      system: 'easypost',
      host: 'api.easypost.com',
      setting: 'easypost_key',
      key: keys['EASYPOST_KEY'],
    }),
    oneKey({
      system: 'hubspot',
      host: 'api.hubapi.com',
      setting: 'hubspot_token',
      key: keys['HUBSPOT_TOKEN'],
    }),
    oneKey({
      system: 'assistant',
      host: 'api.anthropic.com',
      setting: 'anthropic_key',
      key: keys['ANTHROPIC_API_KEY'],
    }),
    shopify(keys['SHOPIFY_TOKEN'], keys['SHOPIFY_SHOP']),
    salesforce(keys['SALESFORCE_TOKEN'], keys['SALESFORCE_DOMAIN']),
  ].filter((service) => service !== undefined);
}

type OneKey = {
  readonly system: string;
  readonly host: string;
  readonly setting: string;
  readonly key: string | undefined;
};

function oneKey({ system, host, setting, key = '' }: OneKey): RealService | undefined {
  return key === '' ? undefined : { system, host, secrets: { [setting]: key }, settings: {} };
}

/** `SHOPIFY_SHOP` is the shop's host, with or without `.myshopify.com`. */
function shopify(token = '', shop = ''): RealService | undefined {
  if (token === '' || shop === '') return undefined;
  const host = shop.includes('.') ? shop : `${shop}.myshopify.com`;
  return { system: 'shopify', host, secrets: { shopify_token: token }, settings: { shopify_shop: host } };
}

/** `SALESFORCE_DOMAIN` is the My Domain name or its host; `SALESFORCE_TOKEN` an access token, which nobody renews here. */
function salesforce(token = '', domain = ''): RealService | undefined {
  if (token === '' || domain === '') return undefined;
  const host = domain.includes('.') ? domain : `${domain}.my.salesforce.com`;
  return {
    system: 'salesforce',
    host,
    secrets: { salesforce: token },
    settings: { salesforce_domain: host },
  };
}

/** Longest wait for a real service; Zendesk's proxy has a limit that is not published. */
const TIMEOUT = 30_000;

/** Sends a request to the real service. A network failure or a time-out is no answer. */
export async function reachRealService({ method, url, headers, body }: FakeRequest): Promise<Outcome> {
  try {
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  } catch {
    return 'no-answer';
  }
}
