import { describe, test } from 'vitest';
import { expectFinding, parametersOf, type Broken } from './expect-finding.ts';
import type { Draft } from './good-package.ts';

const set =
  (key: string, value: unknown) =>
  (draft: Draft): void => {
    draft.manifest[key] = value;
  };

const remove =
  (key: string) =>
  (draft: Draft): void => {
    Reflect.deleteProperty(draft.manifest, key);
  };

const setParameter =
  (change: Record<string, unknown>, index = 1) =>
  (draft: Draft): void => {
    Object.assign(parametersOf(draft)[index]!, change);
  };

const addParameter =
  (...parameters: readonly Record<string, unknown>[]) =>
  (draft: Draft): void => {
    parametersOf(draft).push(...parameters);
  };

const asFile =
  (text: string) =>
  (draft: Draft): void => {
    draft.files.set('manifest.json', text);
  };

const sidebar = (options: unknown): ((draft: Draft) => void) =>
  set('location', { support: { ticket_sidebar: options } });

const ERRORS: readonly Broken[] = [
  ['text instead of JSON', 'manifest.json', asFile('{')],
  ['an array', 'manifest.json', asFile('[]')],
  [
    'a key twice, deep inside',
    'manifest.duplicate-key',
    asFile('{"author":{"name":"a","url":"","name":"b"}}'),
  ],
  ['no author', 'manifest.required', remove('author')],
  ['no default locale', 'manifest.required', remove('defaultLocale')],
  ['a version that is a number', 'manifest.string', set('version', 1)],
  ['an author whose name is a number', 'manifest.string', set('author', { name: 1 })],
  ['private that is null', 'manifest.boolean', set('private', null)],
  ['templates switched off by a list', 'manifest.no-template', set('noTemplate', ['nav_bar'])],
  ['experiments as a list', 'manifest.experiments', set('experiments', [])],
  ['an unknown experiment', 'manifest.experiments', set('experiments', { fast: true })],
  ['allowed hosts as a text', 'manifest.domain-whitelist', set('domainWhitelist', 'api.stripe.com')],
  ['allowed hosts with a number', 'manifest.domain-whitelist', set('domainWhitelist', [1])],
  ['settings as an object', 'manifest.parameters', set('parameters', {})],
  ['oauth without secret', 'oauth.incomplete', set('oauth', { client_id: 'a' })],
  ['oauth without its setting', 'oauth.parameter', set('oauth', { client_id: 'a' })],
  ['a locale in capitals', 'locale.form', set('defaultLocale', 'EN')],
  ['a locale without a file', 'locale.file', set('defaultLocale', 'de')],
  ['terms that are no web address', 'manifest.url', set('termsConditionsURL', 'ftp://signoff.example')],
  ['an author without host', 'manifest.url', set('author', { url: 'signoff' })],
  ['two settings of one name', 'parameter.name-twice', addParameter({ name: 'teams' })],
  ['required that is a text', 'parameter.boolean', setParameter({ required: 'yes' })],
  [
    'a hidden setting that is required',
    'parameter.hidden-required',
    setParameter({ type: 'hidden', required: true }, 0),
  ],
  ['a setting of the type password', 'parameter.type', setParameter({ type: 'password' })],
  ['a setting of the type mtls', 'parameter.type', setParameter({ type: 'mtls' })],
  [
    'two oauth settings',
    'parameter.oauth-twice',
    addParameter({ name: 'a', type: 'oauth' }, { name: 'b', type: 'oauth' }),
  ],
  [
    'a secure oauth setting',
    'parameter.oauth-secure',
    addParameter({ name: 'a', type: 'oauth', secure: true }),
  ],
  ['a setting called name', 'parameter.name-reserved', addParameter({ name: 'name' })],
  ['scopes without secure', 'scopes.not-secure', setParameter({ secure: false })],
  ['scopes as a text', 'scopes.form', setParameter({ scopes: 'header' })],
  ['no scope in scopes', 'scopes.form', setParameter({ scopes: [] })],
  ['an unknown scope', 'scopes.unknown', setParameter({ scopes: ['cookie'] })],
  ['advertising with settings', 'kind.marketing-parameters', set('marketingOnly', true)],
  ['advertising that is private', 'kind.marketing-private', set('marketingOnly', true)],
  ['requirements with a location', 'kind.interface', set('requirementsOnly', true)],
  ['no location', 'location.none', remove('location')],
  ['a location of version 1', 'location.form', set('location', 'ticket_sidebar')],
  ['a product of version 1', 'location.form', set('location', { support: 'ticket_sidebar' })],
  ['an unknown product', 'location.product', set('location', { guide: { nav_bar: 'assets/iframe.html' } })],
  ['an unknown place', 'location.unknown', set('location', { support: { sidebar: 'assets/iframe.html' } })],
  ['flexible as a text', 'location.flexible', sidebar({ url: 'assets/iframe.html', flexible: 'yes' })],
  [
    'object types at the ticket',
    'location.object-types',
    sidebar({ url: 'assets/iframe.html', objectTypes: ['a'] }),
  ],
  ['a location without page', 'location.url', sidebar({ flexible: true })],
  ['a page that does not exist', 'location.url', sidebar('assets/page.html')],
  ['a page outside of assets', 'location.url', sidebar('iframe.html')],
  ['a page without encryption', 'location.url', sidebar('http://signoff.example/')],
  ['another framework version', 'framework-version', set('frameworkVersion', '1.0')],
  ['no framework version', 'framework-version', remove('frameworkVersion')],
  [
    'a place with icon and no icon',
    'icon.missing',
    set('location', { support: { top_bar: 'assets/iframe.html' } }),
  ],
  ['a host that is not allowed', 'host.not-whitelisted', set('domainWhitelist', [])],
  ['a secret that is no secure setting', 'placeholder.not-secure', setParameter({ name: 'stripe' })],
  ['a setting without label', 'setting.text', addParameter({ name: 'currency' })],
];

const WARNINGS: readonly Broken[] = [
  ['a misspelt key', 'manifest.unknown-key', set('domainWhiteList', [])],
  ['a misspelt option of a setting', 'manifest.unknown-key', setParameter({ scope: ['header'] })],
  ['a secret that is not secure', 'parameter.looks-secret', addParameter({ name: 'shopify_token' })],
  ['a secret with a default', 'parameter.default-on-secret', setParameter({ default: 'a' })],
  ['a secret for any part of a request', 'parameter.no-scopes', setParameter({ scopes: undefined })],
];

describe('the package check of the manifest', () => {
  test.each(ERRORS)('%s is an error: %s', (_what, rule, change) => expectFinding('error', rule, change));

  test.each(WARNINGS)('%s is a warning: %s', (_what, rule, change) => expectFinding('warning', rule, change));
});
