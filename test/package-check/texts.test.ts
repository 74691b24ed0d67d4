import { describe, expect, test } from 'vitest';
import { checkPackage } from '../../scripts/package-check/check-package.ts';
import { expectFinding, type Broken } from './expect-finding.ts';
import { goodDraft, packageOf, type Draft } from './good-package.ts';

const changeApp =
  (change: Record<string, unknown>) =>
  (draft: Draft): void => {
    draft.translations['app'] = { ...(draft.translations['app'] as object), ...change };
  };

const asFile =
  (path: string, text: string) =>
  (draft: Draft): void => {
    draft.files.set(path, text);
  };

const makePublic = (draft: Draft): void => {
  draft.manifest['private'] = false;
  changeApp({ long_description: undefined })(draft);
};

const ERRORS: readonly Broken[] = [
  ['a file that is named for no locale', 'translation.locale', asFile('translations/english.json', '{}')],
  ['text instead of JSON', 'translation.json', asFile('translations/en.json', '{')],
  ['a list', 'translation.object', asFile('translations/en.json', '[]')],
  ['a setting that has only a text', 'translation.parameter', changeApp({ parameters: { teams: 'Teams' } })],
  ['no name', 'translation.required', changeApp({ name: undefined })],
  ['a public app without long description', 'translation.required', makePublic],
  ['the form of packages with plain texts', 'translation.package', changeApp({ package: 'signoff' })],
  [
    'texts for a product that is not offered',
    'translation.product',
    changeApp({ chat: { name: 'Signoff' } }),
  ],
  ['a product without name', 'translation.required', changeApp({ support: {} })],
  [
    'a short description that is too long',
    'listing.too-long',
    changeApp({ short_description: 'x'.repeat(81) }),
  ],
  ['a setting without help', 'setting.text', changeApp({ parameters: { teams: { label: 'Teams' } } })],
];

describe('the package check of the translations', () => {
  test.each(ERRORS)('%s is an error: %s', (_what, rule, change) => expectFinding('error', rule, change));

  test('texts of the interface are free in form', () => {
    const draft = goodDraft();
    draft.translations['ui'] = { title: 'x', deep: { list: ['a'] } };
    expect(checkPackage(packageOf(draft))).toEqual([]);
  });

  test('a public app may say description instead of short_description', () => {
    const draft = goodDraft();
    draft.manifest['private'] = false;
    changeApp({ short_description: undefined, description: 'Short' })(draft);
    expect(checkPackage(packageOf(draft))).toEqual([]);
  });
});
