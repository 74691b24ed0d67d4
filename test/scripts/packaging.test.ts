import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { allowHosts } from '../../scripts/packaging/allow-hosts.ts';
import { customerHosts } from '../../scripts/packaging/customer-hosts.ts';
import { zipPackage } from '../../scripts/packaging/zip-package.ts';

describe('the hosts of a customer', () => {
  test.each([
    [{}, []],
    [{ shop: 'my-shop.myshopify.com' }, ['my-shop.myshopify.com']],
    [{ salesforce: 'acme' }, ['acme.my.salesforce.com']],
    [{ salesforce: 'acme.my.salesforce.com' }, ['acme.my.salesforce.com']],
    [{ salesforce: 'acme--test.sandbox' }, ['acme--test.sandbox.my.salesforce.com']],
    [{ shop: 'a.myshopify.com', salesforce: 'b' }, ['a.myshopify.com', 'b.my.salesforce.com']],
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

  test('are added to those of the manifest, each once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'signoff-manifest-'));
    const file = join(folder, 'manifest.json');
    writeFileSync(file, JSON.stringify({ version: '1.0.0', domainWhitelist: ['api.stripe.com'] }));
    allowHosts(file, ['a.myshopify.com', 'api.stripe.com']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      version: '1.0.0',
      domainWhitelist: ['api.stripe.com', 'a.myshopify.com'],
    });
    rmSync(folder, { recursive: true });
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
