import { createStore, get, update } from 'idb-keyval';
import type { KeyValueStore } from './key-value-store.ts';

/**
 * A store in the browser's database, of this device and this origin. One per Zendesk account: several accounts may serve the app from
 * one origin. A browser may refuse it in a third-party iframe: then every call rejects. Changes of one key run one after the other,
 * across tabs.
 */
export function createIndexedDbStore(account: string): KeyValueStore {
  const store = createStore(`signoff-${account}`, 'values');
  return {
    get: (key) => get(key, store),
    update: (key, change) => update(key, change, store),
  };
}
