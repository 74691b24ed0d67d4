/** Values by key, each changed in one step that nobody can come between. */
export type KeyValueStore = {
  /** The value as it was stored; undefined where there is none. */
  get(key: string): Promise<unknown>;
  /** Replaces a value by what `change` makes of it. What rejects has changed nothing. */
  update(key: string, change: (value: unknown) => unknown): Promise<void>;
};

/** A store that lasts as long as the page. Values are copied on the way in and out, as a database does. */
export function createMemoryStore(): KeyValueStore {
  const values = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(structuredClone(values.get(key))),
    update: async (key, change) => {
      await Promise.resolve();
      values.set(key, structuredClone(change(structuredClone(values.get(key)))));
    },
  };
}
