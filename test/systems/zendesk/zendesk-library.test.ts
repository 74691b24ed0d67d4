import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createZendeskFake } from '../../../desk/fakes/zendesk/zendesk-fake.ts';
import type { SopReference } from '../../../src/domain/run/events.ts';
import { createWebHasher } from '../../../src/systems/browser/web-hasher.ts';
import { createMemoryStore, type KeyValueStore } from '../../../src/systems/memory/key-value-store.ts';
import { createZendeskLibrary } from '../../../src/systems/zendesk/zendesk-library.ts';
import { checkedClient } from '../../support/checked-client.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { sampleZendesk } from '../../support/sample-zendesk.ts';
import { transportOver } from '../../support/transport-over.ts';

const hasher = createWebHasher();
const lateParcel = sopText('late-parcel', 5);
const hash = await hasher.sha256(lateParcel);
const reference: SopReference = { id: 'late-parcel', version: 5, hash };

function sopText(id: string, version: number, step = 'Get order value.'): string {
  return [
    '---',
    `sop: ${id}`,
    'title: Late parcel',
    `version: ${version}`,
    'status: live',
    'owner: Support operations',
    'reviewed: 2026-09-14',
    'review_every: 6 months',
    'matches: ticket form = "Shipping"',
    'inputs:',
    '  order value: money USD from shopify.order.total_price',
    '---',
    '',
    '# Late parcel',
    '',
    '## Steps',
    '',
    '1. **Read.**',
    `   - ${step}`,
    '   - Close as "done".',
    '',
  ].join('\n');
}

function world(
  options: { published?: readonly SopReference[]; bundled?: readonly string[]; store?: KeyValueStore } = {},
) {
  const clock = createManualClock();
  const zendesk = createZendeskFake(sampleZendesk, () => clock.now());
  const zaf = checkedClient({ zendesk, clock, userId: 2, ticketId: 12 });
  const store = options.store ?? createMemoryStore();
  const library = createZendeskLibrary({
    published: () => Promise.resolve(options.published ?? [reference]),
    bundled: options.bundled ?? [],
    store,
    transport: transportOver(zaf.client, clock),
    hasher,
  });
  const keep = (id: string, version: number, source: string) => {
    const at = clock.now();
    zendesk.state.customObjects.get('signoff_sop')?.push({
      id: `01${version}`,
      externalId: `sop:${id}:v${version}`,
      name: id,
      fields: { sop_id: id, version, schema: 1, source, hash },
      createdAt: at,
      createdBy: 1,
      updatedAt: at,
      updatedBy: 1,
    });
  };
  return { ...zaf, clock, zendesk, store, library, keep };
}

describe('an SOP that an admin has published', () => {
  test('is offered from the bundled texts, without a request', async () => {
    const { library, requests } = world({ bundled: [sopText('other', 1), lateParcel] });
    const { sops, unusable } = await library.published();
    expect(sops).toMatchObject([{ hash, sop: { id: 'late-parcel', version: 5, title: 'Late parcel' } }]);
    expect(unusable).toEqual([]);
    expect(requests).toEqual([]);
  });

  test('is offered from Zendesk, and is asked for once per browser', async () => {
    const { library, keep, requests, store } = world();
    keep('late-parcel', 5, lateParcel);
    expect((await library.published()).sops).toHaveLength(1);
    expect(requests).toHaveLength(1);
    await library.published();
    expect((await world({ store }).library.published()).sops).toHaveLength(1);
    expect(requests).toHaveLength(1);
  });

  test('is asked for together with the others', async () => {
    const second = sopText('damaged-item', 3);
    const references = [reference, { id: 'damaged-item', version: 3, hash: await hasher.sha256(second) }];
    const { library, keep, requests } = world({ published: references });
    keep('late-parcel', 5, lateParcel);
    keep('damaged-item', 3, second);
    expect((await library.published()).sops).toHaveLength(2);
    expect(requests).toHaveLength(1);
  });

  test('is never run with another text than the published one', async () => {
    const { library, keep } = world();
    keep('late-parcel', 5, lateParcel.replace('order value.', 'order value. '));
    expect(await library.published()).toEqual({
      sops: [],
      unusable: [{ id: 'late-parcel', version: 5, because: 'hash-differs', problems: [] }],
    });
    expect(await library.version(reference)).toBeUndefined();
  });

  test('is never run from a browser store that somebody changed', async () => {
    const store = createMemoryStore();
    await store.update(`signoff:sop:${hash}`, () => 'something else');
    const { library, keep } = world({ store });
    expect((await library.published()).unusable).toMatchObject([{ because: 'missing' }]);
    keep('late-parcel', 5, lateParcel);
    expect((await library.published()).sops).toHaveLength(1);
  });

  test('is missing where nobody keeps it', async () => {
    const { library } = world();
    expect((await library.published()).unusable).toMatchObject([
      { id: 'late-parcel', version: 5, because: 'missing' },
    ]);
  });

  test('is unavailable while Zendesk does not answer', async () => {
    const { library, faults, clock } = world();
    faults.inject('zendesk', { fault: { is: 'down' } });
    const contents = library.published();
    await clock.advance(10_000);
    expect((await contents).unusable).toMatchObject([{ because: 'unavailable' }]);
  });

  test('with errors in it is not offered, and the errors are told', async () => {
    const broken = sopText('late-parcel', 5, 'If order valu > $5: close as "x".');
    const references = [{ ...reference, hash: await hasher.sha256(broken) }];
    const { library } = world({ published: references, bundled: [broken] });
    const { sops, unusable } = await library.published();
    expect(sops).toEqual([]);
    expect(unusable).toMatchObject([{ because: 'has-errors', problems: [{ id: 'unknown-fact' }] }]);
  });

  test('under the hash of another SOP is not offered', async () => {
    const references = [{ ...reference, version: 6 }];
    const { library } = world({ published: references, bundled: [lateParcel] });
    expect((await library.published()).unusable).toMatchObject([{ version: 6, because: 'has-errors' }]);
  });

  test('does not stop the others where it is missing', async () => {
    const references = [{ id: 'gone', version: 1, hash: 'b'.repeat(64) }, reference];
    const { library } = world({ published: references, bundled: [lateParcel] });
    const { sops, unusable } = await library.published();
    expect([sops.length, unusable.length]).toEqual([1, 1]);
  });

  test('is there without custom objects, where it is bundled', async () => {
    const { library, zendesk } = world({
      published: [reference, { ...reference, id: 'own', hash: 'c'.repeat(64) }],
      bundled: [lateParcel],
    });
    zendesk.state.customObjects.delete('signoff_sop');
    const { sops, unusable } = await library.published();
    expect(sops).toHaveLength(1);
    expect(unusable).toMatchObject([{ id: 'own', because: 'missing' }]);
  });
});

describe('the version that a run started with', () => {
  test('is found, though a newer one is published', async () => {
    const { library, keep } = world({ published: [] });
    keep('late-parcel', 5, lateParcel);
    expect(await library.version(reference)).toMatchObject({ hash, sop: { version: 5 } });
  });
});

test('the SOPs of the starter library are offered by their hashes', async () => {
  const texts = ['late-parcel', 'damaged-item'].map((id) => readFileSync(`sops/${id}.sop.md`, 'utf8'));
  const published = await Promise.all(
    texts.map(async (text, index) => ({
      id: ['late-parcel', 'damaged-item'][index] ?? '',
      version: [5, 3][index] ?? 0,
      hash: await hasher.sha256(text),
    })),
  );
  const { library } = world({ published, bundled: texts });
  expect((await library.published()).sops.map(({ sop }) => sop.id)).toEqual(['late-parcel', 'damaged-item']);
});
