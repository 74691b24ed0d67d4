import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkPackage } from '../../scripts/package-check/check-package.ts';
import { completeManifest, type CustomerPart } from '../../scripts/packaging/complete-manifest.ts';
import { customerHosts } from '../../scripts/packaging/customer-hosts.ts';
import { salesforceSlot } from '../../scripts/packaging/salesforce-slot.ts';
import { zipPackage } from '../../scripts/packaging/zip-package.ts';

describe('the hosts of a customer', () => {
  test.each([
    [{}, []],
    [{ shop: 'my-shop.myshopify.com' }, ['my-shop.myshopify.com']],
    [{ salesforce: 'acme' }, ['acme.my.salesforce.com']],
    [{ salesforce: 'acme.my.salesforce.com' }, ['acme.my.salesforce.com']],
    [{ salesforce: 'acme--test.sandbox' }, ['acme--test.sandbox.my.salesforce.com']],
    [{ shop: 'a.myshopify.com', salesforce: 'b' }, ['a.myshopify.com', 'b.my.salesforce.com']],
    [
      { others: ['api.example.com', 'depot.example', 'api.example.com'] },
      ['api.example.com', 'depot.example'],
    ],
  ])('%j gives %j', (given, hosts) => {
    expect(customerHosts(given)).toEqual(hosts);
  });

  test.each([
    'my-shop',
    'https://my-shop.myshopify.com',
    'my-shop.myshopify.com.example',
    'my-shop.myshopify.com/admin',
    'MY-SHOP.myshopify.com',
    '*.myshopify.com',
    '',
  ])('the shop "%s" is refused', (shop) => {
    expect(() => customerHosts({ shop })).toThrow('such as my-shop.myshopify.com');
  });

  test.each(['https://acme', 'acme.salesforce.com', '*', 'acme.example', ''])(
    'the domain "%s" is refused',
    (salesforce) => {
      expect(() => customerHosts({ salesforce })).toThrow('My Domain name');
    },
  );

  test.each([
    'https://api.example.com',
    'api.example.com/v1',
    'api.example.com:8443',
    'API.example.com',
    '*.example.com',
    'localhost',
    '10.0.0.1',
    '[::1]',
    'example',
    '-a.example.com',
    'acme.zendesk.com',
    '',
  ])('the other host "%s" is refused', (host) => {
    expect(() => customerHosts({ others: [host] })).toThrow('such as api.example.com');
  });
});

describe('Salesforce in a package', () => {
  const client = { salesforce: 'acme', clientId: 'sample-id', clientSecret: 'sample-secret' };

  test('is the slot with the addresses of the customer’s own org', () => {
    expect(salesforceSlot(client)).toEqual({
      client_id: 'sample-id',
      client_secret: 'sample-secret',
      authorize_uri: 'https://acme.my.salesforce.com/services/oauth2/authorize',
      access_token_uri: 'https://acme.my.salesforce.com/services/oauth2/token',
    });
  });

  test('is left out where nothing is given', () => {
    expect(salesforceSlot({})).toBeUndefined();
    expect(salesforceSlot({ clientId: '', clientSecret: '' })).toBeUndefined();
  });

  test.each(['salesforce', 'clientId', 'clientSecret'] as const)('is refused without %s', (missing) => {
    expect(() => salesforceSlot({ ...client, [missing]: undefined })).toThrow('or leave all three out');
  });
});

describe('the manifest of a customer', () => {
  const manifest = {
    version: '1.0.0',
    parameters: [{ name: 'stripe_key' }, { name: 'salesforce_domain', type: 'text' }, { name: 'currency' }],
    domainWhitelist: ['api.stripe.com'],
  };

  test('has the customer’s hosts behind those of the app, each once', () => {
    expect(completed({ hosts: ['a.myshopify.com', 'api.stripe.com'] })).toEqual({
      ...manifest,
      domainWhitelist: ['api.stripe.com', 'a.myshopify.com'],
    });
  });

  test('has the OAuth slot and the setting that holds its token only where they are given', () => {
    const oauth = salesforceSlot({ salesforce: 'acme', clientId: 'id', clientSecret: 'secret' });
    const [first, domain, last] = manifest.parameters;
    expect(completed({ hosts: ['acme.my.salesforce.com'], oauth })).toEqual({
      ...manifest,
      oauth,
      parameters: [first, domain, { name: 'salesforce', type: 'oauth' }, last],
      domainWhitelist: ['api.stripe.com', 'acme.my.salesforce.com'],
    });
  });

  function completed(part: CustomerPart): unknown {
    const folder = mkdtempSync(join(tmpdir(), 'signoff-manifest-'));
    const file = join(folder, 'manifest.json');
    writeFileSync(file, JSON.stringify(manifest));
    completeManifest(file, part);
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(folder, { recursive: true });
    return content;
  }
});

describe('the package check takes an app', () => {
  const code = Buffer.from('fetch("{{setting.stripe_key}}", "{{setting.salesforce}}")');
  const stripe = { name: 'stripe_key', type: 'text', secure: true, scopes: ['header'] };
  const slot = { name: 'salesforce', type: 'oauth' };
  const oauth = salesforceSlot({ salesforce: 'acme', clientId: 'id', clientSecret: 'secret' });
  const about = (manifest: object): readonly string[] =>
    checkPackage({
      files: new Map([
        ['assets/app.js', code],
        ['manifest.json', json(manifest)],
      ]),
      links: [],
    })
      .map(({ rule }) => rule)
      .filter((rule) => /^(placeholder|oauth|parameter)/.test(rule));
  const json = (content: object) => Buffer.from(JSON.stringify(content));

  test('with the slot, and without it', () => {
    expect(about({ parameters: [stripe, slot], oauth })).toEqual([]);
    expect(about({ parameters: [stripe] })).toEqual([]);
  });

  test('but not with half of it', () => {
    expect(about({ parameters: [stripe], oauth })).toEqual(['oauth.parameter', 'placeholder.not-secure']);
    expect(about({ parameters: [slot], oauth })).toEqual(['placeholder.not-secure']);
    expect(about({ parameters: [stripe, { ...slot, name: 'other' }], oauth })).toEqual([
      'placeholder.not-secure',
    ]);
  });
});

describe('the zip for upload', () => {
  const files = new Map([
    ['manifest.json', Buffer.from('{}')],
    ['requirements.json', Buffer.from('{}')],
    ['assets/iframe.html', Buffer.from('<html>')],
    ['translations/en.json', Buffer.from('{"app":{}}')],
    ['.DS_Store', Buffer.from('x')],
    ['notes.md', Buffer.from('x')],
  ]);

  test('holds the app and nothing else', () => {
    const content = unzipSync(zipPackage({ files, links: [] }));
    expect(Object.keys(content)).toEqual([
      'assets/iframe.html',
      'manifest.json',
      'requirements.json',
      'translations/en.json',
    ]);
    expect(strFromU8(content['assets/iframe.html']!)).toBe('<html>');
  });

  test('is the same for the same app, in whatever order its files were found', () => {
    const reversed = new Map([...files].toReversed());
    expect(zipPackage({ files: reversed, links: [] })).toEqual(zipPackage({ files, links: [] }));
  });
});
