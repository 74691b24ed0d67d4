import * as z from 'zod/mini';
import { describe, expect, test, vi } from 'vitest';
import { createMemoryStore } from '../../../src/systems/memory/key-value-store.ts';
import { createTimedMemory } from '../../../src/systems/zendesk/timed-memory.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const schema = z.array(z.string());

describe('what changes rarely', () => {
  test('is asked for once an hour, by all tabs together', async () => {
    const store = createMemoryStore();
    const clock = createManualClock();
    const ask = vi.fn(() => Promise.resolve(['a']));
    const one = createTimedMemory(store, clock);
    const other = createTimedMemory(store, clock);
    expect(await Promise.all([one.recall('k', schema, ask), one.recall('k', schema, ask)])).toEqual([
      ['a'],
      ['a'],
    ]);
    expect(await other.recall('k', schema, ask)).toEqual(['a']);
    expect(ask).toHaveBeenCalledTimes(1);
    await clock.advance(60 * 60 * 1000);
    await other.recall('k', schema, ask);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('is asked for again where there was no answer', async () => {
    const memory = createTimedMemory(createMemoryStore(), createManualClock());
    const answers = [undefined, ['a']];
    const ask = () => Promise.resolve(answers.shift());
    expect(await memory.recall('k', schema, ask)).toBeUndefined();
    expect(await memory.recall('k', schema, ask)).toEqual(['a']);
  });

  test('is asked for again where something else was kept', async () => {
    const store = createMemoryStore();
    const memory = createTimedMemory(store, createManualClock());
    await store.update('signoff:memory:k', () => ({ at: Date.parse('2026-11-20T08:59:00Z'), value: 12 }));
    expect(await memory.recall('k', schema, () => Promise.resolve(['a']))).toEqual(['a']);
  });

  test('is asked for each time where the browser refuses its storage', async () => {
    const store = createMemoryStore();
    store.get = () => Promise.reject(new Error('denied'));
    store.update = () => Promise.reject(new Error('denied'));
    const memory = createTimedMemory(store, createManualClock());
    expect(await memory.recall('k', schema, () => Promise.resolve(['a']))).toEqual(['a']);
  });
});
