import type { Hasher } from '../../app/ports/clock.ts';
import type { SopReference } from '../../domain/run/events.ts';
import type { KeyValueStore } from '../memory/key-value-store.ts';
import type { Transport } from '../transport/transport.ts';
import { createCustomObjectRecords, type ObjectRecord } from './custom-object-records.ts';
import { createExternalIds } from './external-id.ts';

export type FoundText =
  | { readonly is: 'text'; readonly text: string }
  /** Nobody keeps this version. */
  | { readonly is: 'missing' }
  /** There is a text of this name, and it is not the one that was published. */
  | { readonly is: 'hash-differs' }
  /** Zendesk did not answer. */
  | { readonly is: 'unavailable' };

export type SopTextsOptions = {
  readonly bundled: readonly string[];
  readonly store: KeyValueStore;
  readonly transport: Transport;
  readonly hasher: Hasher;
};

/** Texts of SOPs by their hash. */
export type SopTexts = { find(references: readonly SopReference[]): Promise<ReadonlyMap<string, FoundText>> };

/** A place counts for nothing: every text is hashed before it is given out. What only Zendesk has is asked for in one request. */
export function createSopTexts({ bundled, store, transport, hasher }: SopTextsOptions): SopTexts {
  const records = createCustomObjectRecords(transport);
  const ids = createExternalIds(hasher);
  let hashed: Promise<ReadonlyMap<string, string>> | undefined;

  const local = async ({ hash }: SopReference): Promise<string | undefined> => {
    hashed ??= byHash(bundled, hasher);
    const text = (await hashed).get(hash) ?? (await store.get(keyOf(hash)).catch(() => undefined));
    return typeof text === 'string' && (await hasher.sha256(text)) === hash ? text : undefined;
  };

  const judge = async (reference: SopReference, found: readonly ObjectRecord[]): Promise<FoundText> => {
    const externalId = ids.sop(reference.id, reference.version);
    const texts = found
      .filter((record) => record.external_id === externalId)
      .map((record) => record.custom_object_fields['source'])
      .filter((text) => typeof text === 'string');
    for (const text of texts) {
      if ((await hasher.sha256(text)) !== reference.hash) continue;
      // A browser may refuse its storage: then it is asked for again the next time.
      await store.update(keyOf(reference.hash), () => text).catch(() => undefined);
      return { is: 'text', text };
    }
    return texts.length > 0 ? { is: 'hash-differs' } : { is: 'missing' };
  };

  return {
    find: async (references) => {
      const found = new Map<string, FoundText>();
      const open: SopReference[] = [];
      for (const reference of references) {
        const text = await local(reference);
        if (text === undefined) open.push(reference);
        else found.set(reference.hash, { is: 'text', text });
      }
      if (open.length === 0) return found;
      const stored = await records.byExternalIds(
        'signoff_sop',
        open.map(({ id, version }) => ids.sop(id, version)),
      );
      for (const reference of open)
        found.set(
          reference.hash,
          stored.is === 'parsed'
            ? await judge(reference, stored.body)
            : withoutRecords(stored.failure.status),
        );
      return found;
    },
  };
}

/** On a plan without custom objects there are only the bundled texts. */
const withoutRecords = (status: number | undefined): FoundText =>
  status === 403 || status === 404 ? { is: 'missing' } : { is: 'unavailable' };

async function byHash(texts: readonly string[], hasher: Hasher): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all(texts.map(async (text) => [await hasher.sha256(text), text] as const)));
}

const keyOf = (hash: string) => `signoff:sop:${hash}`;
