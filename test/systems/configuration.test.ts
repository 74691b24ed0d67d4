import { describe, expect, test } from 'vitest';
import { createDesk } from '../../desk/node-desk.ts';
import { createMemoryStore } from '../../src/systems/memory/key-value-store.ts';
import { checkEasyPost } from '../../src/systems/easypost/check-easypost.ts';
import { checkHubspot } from '../../src/systems/hubspot/check-hubspot.ts';
import { checkShopify } from '../../src/systems/shopify/check-shopify.ts';
import { checkStripe } from '../../src/systems/stripe/check-stripe.ts';
import { createRequestBudget } from '../../src/systems/transport/request-budget.ts';
import type { SystemAnswer, SystemRequest } from '../../src/systems/transport/transport.ts';
import { createZafTransport } from '../../src/systems/transport/zaf-transport.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { networkError, refuses, scriptedClient, type Turn } from './transport/scripted-client.ts';

const origins: Readonly<Record<string, string>> = {
  stripe: 'https://api.stripe.com',
  shopify: 'https://sample-shop.myshopify.com',
  easypost: 'https://api.easypost.com',
  hubspot: 'https://api.hubapi.com',
  salesforce: 'https://sample.my.salesforce.com',
  assistant: 'https://api.anthropic.com',
  'Sample Carrier': 'https://api.carrier.example',
};

const settings: Readonly<Record<string, string>> = {
  stripe: 'stripe_key',
  shopify: 'shopify_token',
  easypost: 'easypost_key',
  hubspot: 'hubspot_token',
  salesforce: 'salesforce',
  assistant: 'anthropic_key',
  'Sample Carrier': 'custom_apis',
};
const systems = Object.keys(origins);

/** What comes of asking a system that answers so. */
async function ask(system: string, turn: Turn, given: Partial<SystemRequest> = {}, origin = origins[system]) {
  const clock = createManualClock();
  const client = scriptedClient(turn);
  const transport = createZafTransport({
    client,
    origins: origin === undefined ? {} : { [system]: origin },
    clock,
    random: () => 0.5,
    budget: createRequestBudget({ clock, store: createMemoryStore() }),
  });
  const asking = transport.send({
    system,
    operation: 'read the record',
    method: 'GET',
    path: '/v1/record',
    repeat: 'read',
    priority: 'person',
    ...given,
  });
  await clock.advance(100_000);
  return { failure: failureOf(await asking), sent: client.requests.length };
}

const write = { method: 'POST', repeat: 'never', operation: 'do it' } as const;

function failureOf(answer: SystemAnswer) {
  if (answer.is === 'answered') throw new Error('It was answered.');
  return { is: answer.is, code: answer.failure.code, reason: answer.failure.reason };
}

const html = (status: number, text = '<!doctype html><title>Page</title>'): Turn => ({
  rejects: { status, statusText: 'error', responseText: text, readyState: 4 },
});
const plain = (status: number, text: string): Turn => html(status, text);

describe('a wrong, empty or expired key', () => {
  test.each(systems)(
    'of %s: the sentence names the setting and where a good one comes from',
    async (system) => {
      for (const given of [{}, write]) {
        const { failure } = await ask(
          system,
          refuses(401, { error: { message: 'bad key rk_live_abcdefgh' } }),
          given,
        );
        expect(failure).toMatchObject({ is: 'refused', code: 'misconfigured' });
        expect(failure.reason).toMatch(
          new RegExp(
            `The setting ${settings[system]} is empty, wrong or no longer valid\\. It needs .{20,}\\.$`,
          ),
        );
        expect(failure.reason).not.toContain('rk_live');
      }
    },
  );

  test('of Zendesk is nobody’s setting: the session is over', async () => {
    const { failure } = await ask('zendesk', refuses(401, { error: 'Couldn’t authenticate you' }), {}, '');
    expect(failure).toEqual({
      is: 'refused',
      code: 'refused',
      reason:
        'Cannot read the record: Zendesk did not accept the sign-in (401). Sign in to Zendesk again and reload the page.',
    });
  });

  test.each([
    ['401', 401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]],
    ['400 invalid_grant', 400, { error: 'invalid_grant', error_description: 'expired access/refresh token' }],
    ['400 inactive_user', 400, { error: 'inactive_user', error_description: 'user is inactive' }],
  ])('of Salesforce’s OAuth (%s): an admin signs in again', async (_, status, body) => {
    const { failure } = await ask('salesforce', refuses(status, body));
    expect(failure).toMatchObject({ is: 'refused', code: 'misconfigured' });
    expect(failure.reason).toMatch(/The setting salesforce .* an admin who signs in to Salesforce again/);
  });
});

describe('a key without a right', () => {
  test.each([
    [
      'stripe',
      {
        error: {
          message:
            "The provided key 'rk_test_****abcd' does not have the required permissions for this endpoint on account 'acct_1'. Having the 'rak_charge_read' permission would allow this request to continue.",
          type: 'invalid_request_error',
        },
      },
      'It needs rak_charge_read.',
    ],
    [
      'hubspot',
      {
        status: 'error',
        message: 'This app hasn’t been granted all required scopes to make this call.',
        category: 'MISSING_SCOPES',
        errors: [{ message: 'x', context: { requiredGranularScopes: ['crm.objects.contacts.write'] } }],
      },
      'It needs crm.objects.contacts.write.',
    ],
    [
      'shopify',
      { errors: '[API] This action requires merchant approval for read_orders scope.' },
      'It needs read_orders.',
    ],
    [
      'salesforce',
      [{ message: 'insufficient access rights on object id', errorCode: 'INSUFFICIENT_ACCESS' }],
      'Salesforce says: insufficient access rights on object id.',
    ],
    [
      'easypost',
      { error: { code: 'FORBIDDEN', message: 'Not for this account', errors: [] } },
      'Not for this account.',
    ],
    [
      'assistant',
      { error: { type: 'permission_error', message: 'No access to this model' } },
      'assistant_model',
    ],
  ])('of %s: the sentence names the setting and what is missing', async (system, body, missing) => {
    const { failure } = await ask(system, refuses(403, body), write);
    expect(failure).toMatchObject({ is: 'refused', code: 'misconfigured' });
    expect(failure.reason).toContain(`the setting ${settings[system]} holds lacks a right`);
    expect(failure.reason).toContain(missing);
  });

  test('is not what Salesforce means by a limit that is used up', async () => {
    const body = [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }];
    expect((await ask('salesforce', refuses(403, body))).failure).toEqual({
      is: 'refused',
      code: 'not-allowed',
      reason: 'TotalRequests Limit exceeded.',
    });
  });

  test('is the rep’s own at Zendesk, and whatever an admin’s API says', async () => {
    expect((await ask('zendesk', refuses(403, { error: 'Forbidden' }), {}, '')).failure.code).toBe(
      'not-allowed',
    );
    const { failure } = await ask('Sample Carrier', refuses(403, { message: 'Too late for a claim.' }));
    expect(failure).toMatchObject({ code: 'not-allowed', reason: 'Too late for a claim.' });
  });
});

describe('a wrong shop or domain', () => {
  test.each([
    ['shopify', 'shopify_shop', refuses(404, { errors: 'Not Found' })],
    ['shopify', 'shopify_shop', html(404)],
    ['shopify', 'shopify_shop', refuses(402, { errors: 'Unavailable Shop' })],
    ['shopify', 'shopify_shop', html(301)],
    ['shopify', 'shopify_shop', html(302)],
    ['salesforce', 'salesforce_domain', html(404)],
    ['salesforce', 'salesforce_domain', html(302)],
  ])(
    'of %s: nothing was done, and %s is named with the form that it needs',
    async (system, setting, turn) => {
      for (const given of [{}, write]) {
        const { failure } = await ask(system, turn, given);
        expect(failure).toMatchObject({ is: 'refused', code: 'misconfigured' });
        expect(failure.reason).toMatch(new RegExp(`Check the setting ${setting}: it needs .*my`));
      }
    },
  );

  test.each([
    ['could not be reached', networkError],
    [
      'a web page instead of data',
      { resolves: { status: 200, statusText: 'OK', responseText: '<html>', headers: {} } },
    ],
  ])('may be why it %s: the setting is named, the outcome stays open', async (words, turn) => {
    const read = (await ask('shopify', turn)).failure;
    expect(read.is).toBe('unavailable');
    expect(read.reason).toContain(words);
    expect(read.reason).toMatch(
      /If this stays so, check the setting shopify_shop: it needs .*my-shop\.myshopify\.com/,
    );
    expect((await ask('shopify', turn, write)).failure.is).toBe('unknown');
  });

  test('is not why Salesforce does not know a record', async () => {
    const { failure } = await ask(
      'salesforce',
      refuses(404, [{ message: 'Not there', errorCode: 'NOT_FOUND' }]),
    );
    expect(failure).toMatchObject({ code: 'refused', reason: 'Not there' });
  });

  test.each([
    ['shopify', 'shopify_shop', 'https://https://my-shop.myshopify.com/admin'],
    ['shopify', 'shopify_shop', 'https://my-shop.myshopify.com/admin'],
    ['shopify', 'shopify_shop', 'https://sample shop'],
    ['shopify', 'shopify_shop', 'https://my-shop'],
    ['shopify', 'shopify_shop', 'https://my-shop.myshopify.com:8443'],
    ['shopify', 'shopify_shop', 'https://user@my-shop.myshopify.com'],
    ['shopify', 'shopify_shop', 'https://my_shop.myshopify.com'],
    ['salesforce', 'salesforce_domain', 'https://acme corp.my.salesforce.com'],
    ['salesforce', 'salesforce_domain', 'https://https://acme.my.salesforce.com'],
    ['Sample Carrier', 'custom_apis', 'http://api.carrier.example'],
    ['Sample Carrier', 'custom_apis', 'api.carrier.example'],
  ])('of %s that is no host name (%s): nothing is sent (%s)', async (system, setting, origin) => {
    const { failure, sent } = await ask(system, networkError, write, origin);
    expect(sent).toBe(0);
    expect(failure).toMatchObject({ is: 'unavailable', code: 'misconfigured' });
    expect(failure.reason).toMatch(
      new RegExp(`the setting ${setting} does not hold a host for .*\\. It needs `),
    );
  });
});

describe('a host that the package does not name', () => {
  test.each(systems)('of %s: the package has to be made again', async (system) => {
    const host = new URL(origins[system] ?? '').host;
    for (const answer of [
      plain(403, `${host} is not in the domainWhitelist of manifest.json`),
      plain(403, `https://${host}/v1/record is not a proxyable URI`),
      plain(400, 'Proxy error: Invalid request'),
    ]) {
      const { failure } = await ask(system, answer, write);
      expect(failure).toMatchObject({ is: 'refused', code: 'misconfigured' });
      expect(failure.reason).toMatch(
        /not among them\. An admin can .*have the package made again with this host/,
      );
    }
  });

  test('is never read out of what a system itself says', async () => {
    const body = { error: { message: 'The customer wrote “domainWhitelist”.' } };
    expect((await ask('stripe', refuses(400, body))).failure.code).toBe('refused');
  });
});

describe('over the desk and its proxy', () => {
  async function world(change: { readonly secure?: Record<string, string>; readonly shop?: string }) {
    const clock = createManualClock();
    const desk = await createDesk({ now: () => clock.now() });
    const { state } = desk.state.systems.zendesk;
    Object.assign(state.secureSettings, change.secure);
    const shop = change.shop ?? String(state.settings['shopify_shop']);
    const transport = createZafTransport({
      client: desk.zafClientFor({ ticketId: 4512, user: 9001 }),
      origins: { ...origins, shopify: `https://${shop}` },
      clock,
      random: () => 0.5,
      budget: createRequestBudget({ clock, store: createMemoryStore() }),
    });
    return { transport, desk };
  }

  const checks = [
    ['stripe', 'stripe_key', checkStripe],
    ['shopify', 'shopify_token', checkShopify],
    ['easypost', 'easypost_key', checkEasyPost],
    ['hubspot', 'hubspot_token', checkHubspot],
  ] as const;

  test.each(checks)('%s is connected with what %s holds', async (system, _, check) => {
    const { transport } = await world({});
    expect(await check(transport)).toMatchObject({ system, is: 'connected' });
  });

  test.each(
    checks.flatMap(([system, setting, check]) =>
      ['', 'wrong'].map((key) => [system, setting, key, check] as const),
    ),
  )('%s says that %s is wrong when it is “%s”', async (system, setting, key, check) => {
    const { transport } = await world({ secure: { [setting]: key } });
    expect(await check(transport)).toMatchObject({
      system,
      is: 'failing',
      failure: {
        code: 'misconfigured',
        reason: expect.stringContaining(`The setting ${setting} is empty, wrong`) as string,
      },
    });
  });

  test('a shop that the package does not name is said to be that', async () => {
    const { transport } = await world({ shop: 'another-shop.myshopify.com' });
    expect(await checkShopify(transport)).toMatchObject({
      is: 'failing',
      failure: {
        code: 'misconfigured',
        reason: expect.stringMatching(
          /check the setting shopify_shop, and have the package made again/,
        ) as string,
      },
    });
  });

  test.each(['https://my-shop.myshopify.com/admin', 'sample shop', ''])(
    'a shop that is no host name (“%s”) is never asked',
    async (shop) => {
      const { transport, desk } = await world({ shop });
      const before = desk.log.list().length;
      expect(await checkShopify(transport)).toMatchObject({
        is: 'failing',
        failure: {
          code: 'misconfigured',
          reason: expect.stringContaining('the setting shopify_shop does not hold a host') as string,
        },
      });
      expect(desk.log.list()).toHaveLength(before);
    },
  );
});
