import { describe, expect, test } from 'vitest';
import { checkPackage } from '../../scripts/package-check/check-package.ts';
import { expectFinding, type Broken } from './expect-finding.ts';
import { goodDraft, packageOf, type Draft } from './good-package.ts';

type Resource = Record<string, unknown>;
type CustomObjects = { objects: Resource[]; object_fields: Resource[]; object_triggers: Resource[] };

const require =
  (type: string, group: unknown) =>
  (draft: Draft): void => {
    draft.requirements[type] = group;
  };

const asFile =
  (text: string) =>
  (draft: Draft): void => {
    draft.files.set('requirements.json', text);
  };

const inObjects =
  (change: (objects: CustomObjects) => void) =>
  (draft: Draft): void =>
    change(draft.requirements['custom_objects_v2'] as CustomObjects);

const field = (number: number, more: Resource = {}): Resource => ({
  key: `field_${number}`,
  title: 'Field',
  type: 'text',
  object_key: 'run',
  ...more,
});

const trigger = (more: Resource = {}): Resource => ({
  key: 'trigger',
  object_key: 'run',
  title: 'Trigger',
  actions: [{}],
  conditions: { all: [{}] },
  ...more,
});

const many = <Item>(number: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: number }, (_, index) => make(index));

const addFields = (...fields: Resource[]): ((draft: Draft) => void) =>
  inObjects((objects) => objects.object_fields.push(...fields));

const addTriggers = (...triggers: Resource[]): ((draft: Draft) => void) =>
  inObjects((objects) => objects.object_triggers.push(...triggers));

const onlyInChat = (draft: Draft): void => {
  draft.manifest['location'] = { chat: { main: 'assets/iframe.html' } };
};

const BROKEN: readonly Broken[] = [
  ['text instead of JSON', 'requirements.json', asFile('{')],
  ['a list', 'requirements.json', asFile('[]')],
  ['a key twice', 'requirements.duplicate-key', asFile('{"macros":{},"macros":{}}')],
  ['an app for chat only', 'requirements.not-supported', onlyInChat],
  ['an unknown type', 'requirements.type', require('dashboards', {})],
  [
    'too many things',
    'requirements.too-many',
    require('macros', Object.fromEntries(many(5001, (index) => [index, {}]))),
  ],
  ['a macro without title', 'requirements.required-key', require('macros', { close: {} })],
  [
    'a user field without key',
    'requirements.required-key',
    require('user_fields', { tier: { title: 'Tier' } }),
  ],
  [
    'a webhook without endpoint',
    'requirements.required-key',
    require('webhooks', { hook: { name: 'Hook' } }),
  ],
  [
    'a target of a type that ended',
    'requirements.target',
    require('targets', { a: { title: 'A', type: 'http_target' } }),
  ],
  ['two channels', 'requirements.channels', require('channel_integrations', { a: {}, b: {} })],
  ['legacy objects without types', 'requirements.legacy-objects', require('custom_objects', {})],
  ['empty custom objects', 'objects.form', require('custom_objects_v2', {})],
  ['custom objects without any', 'objects.form', require('custom_objects_v2', { objects: [] })],
  ['fields as an object', 'objects.form', require('custom_objects_v2', { objects: [{}], object_fields: {} })],
  ['a megabyte of fields', 'objects.size', addFields(field(1, { title: 'x'.repeat(1_048_576) }))],
  ['21 fields', 'objects.limit', addFields(...many(20, (index) => field(index)))],
  ['six dropdowns', 'objects.limit', addFields(...many(6, (index) => field(index, { type: 'dropdown' })))],
  ['eleven options', 'objects.limit', addFields(field(1, { custom_field_options: many(11, () => ({})) }))],
  [
    'a long relationship filter',
    'objects.limit',
    addFields(field(1, { relationship_filter: { all: many(21, () => ({})) } })),
  ],
  ['eleven triggers', 'objects.limit', addTriggers(...many(11, () => trigger()))],
  ['51 conditions', 'objects.limit', addTriggers(trigger({ conditions: { all: many(51, () => ({})) } }))],
  ['26 actions', 'objects.limit', addTriggers(trigger({ actions: many(26, () => ({})) }))],
  [
    'an object without plural',
    'objects.required-key',
    inObjects((all) => delete all.objects[0]!['title_pluralized']),
  ],
  ['a field without type', 'objects.required-key', addFields({ key: 'a', title: 'A', object_key: 'run' })],
  ['a trigger without condition', 'objects.trigger', addTriggers(trigger({ conditions: { all: [] } }))],
  [
    'a trigger with other conditions',
    'objects.trigger',
    addTriggers(trigger({ conditions: { none: [{}] } })),
  ],
  ['a trigger without action', 'objects.trigger', addTriggers(trigger({ actions: [] }))],
  ['a setting in a title', 'objects.placeholder', addFields(field(1, { title: '{{setting.title}}' }))],
  ['a field of no object', 'objects.reference', addFields(field(1, { object_key: 'walk' }))],
];

describe('the package check of the requirements', () => {
  test.each(BROKEN)('%s is an error: %s', (_what, rule, change) => expectFinding('error', rule, change));

  test('an app of requirements only needs them', () => {
    const { files, links } = packageOf(goodDraft());
    const manifest = { author: {}, defaultLocale: 'en', requirementsOnly: true };
    const without = new Map(
      [...files].filter(([path]) => path !== 'requirements.json' && !path.endsWith('.js')),
    );
    without.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
    expect(checkPackage({ files: without, links }).map(({ rule }) => rule)).toContain('requirements.missing');
  });

  test('an app needs no requirements', () => {
    const { files, links } = packageOf(goodDraft());
    const without = new Map([...files].filter(([path]) => path !== 'requirements.json'));
    expect(checkPackage({ files: without, links })).toEqual([]);
  });

  test('twenty fields and ten options are allowed', () => {
    const draft = goodDraft();
    addFields(...many(19, (index) => field(index, { custom_field_options: many(10, () => ({})) })))(draft);
    expect(checkPackage(packageOf(draft))).toEqual([]);
  });
});
