import * as z from 'zod/mini';
import type { Clock } from '../../app/ports/clock.ts';
import type { KeyValueStore } from '../memory/key-value-store.ts';

/** Keeps answers that change rarely, such as the names of forms, for all tabs of a browser. */
export type TimedMemory = {
  /**
   * What was answered less than an hour ago, else what `ask` answers now. Nothing is kept of an `ask` that answers undefined: it is
   * asked again the next time.
   */
  recall<T>(key: string, schema: z.ZodMiniType<T>, ask: () => Promise<T | undefined>): Promise<T | undefined>;
};

const longestAge = 60 * 60 * 1000;
const entrySchema = z.object({ at: z.number(), value: z.unknown() });

export function createTimedMemory(store: KeyValueStore, clock: Pick<Clock, 'now'>): TimedMemory {
  const underWay = new Map<string, Promise<unknown>>();
  return {
    recall: async (key, schema, ask) => {
      const kept = await keptValue(store, key, clock);
      const value = schema.safeParse(kept);
      if (kept !== undefined && value.success) return value.data;
      const asked = underWay.get(key) ?? askAndKeep({ store, key, clock, ask });
      underWay.set(key, asked);
      const fresh = schema.safeParse(await asked.finally(() => underWay.delete(key)));
      return fresh.success ? fresh.data : undefined;
    },
  };
}

async function keptValue(store: KeyValueStore, key: string, clock: Pick<Clock, 'now'>): Promise<unknown> {
  // A browser may refuse its storage: then it is asked each time.
  const entry = entrySchema.safeParse(await store.get(keyOf(key)).catch(() => undefined));
  if (!entry.success) return undefined;
  const age = Date.parse(clock.now()) - entry.data.at;
  return age >= 0 && age < longestAge ? entry.data.value : undefined;
}

type Asking = {
  readonly store: KeyValueStore;
  readonly key: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly ask: () => Promise<unknown>;
};

async function askAndKeep({ store, key, clock, ask }: Asking): Promise<unknown> {
  const value = await ask();
  const entry = { at: Date.parse(clock.now()), value };
  if (value !== undefined) await store.update(keyOf(key), () => entry).catch(() => undefined);
  return value;
}

const keyOf = (key: string) => `signoff:memory:${key}`;
