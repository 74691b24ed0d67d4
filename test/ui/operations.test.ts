import { describe, expect, test } from 'vitest';
import type { ActionKind } from '../../src/domain/decisions/action-kind.ts';
import { english } from '../../src/ui/i18n/messages.ts';
import { createWords } from '../../src/ui/i18n/words.ts';
import { offeredKinds } from './offered-kinds.ts';

const words = createWords({ messages: english, locale: 'en-US', timeZone: 'UTC' });

/** Values for every placeholder that a title may have. */
function valuesOf({ parameters }: ActionKind): Readonly<Record<string, string>> {
  const names = [...parameters.map(({ name }) => name), 'target', 'reply'];
  return Object.fromEntries(names.map((name) => [name, 'x']));
}

describe('every action that a system offers has words', () => {
  test.each(offeredKinds().map((kind) => [kind.operation, kind] as const))('%s', (operation, kind) => {
    expect(words.look(`action.${operation}.full`)?.(valuesOf(kind))).toBeDefined();
    const editable = kind.parameters.filter((parameter) => parameter.editable).map(({ name }) => name);
    expect(editable.filter((name) => words.look(`parameter.${name}`) === undefined)).toEqual([]);
    expect(words.look(`system.${kind.system}`)?.({})).toBeDefined();
  });

  test('the systems offer something', () => {
    expect(offeredKinds().map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['stripe.refund', 'shopify.reship', 'zendesk.set_field', 'zendesk.draft_reply']),
    );
  });
});
