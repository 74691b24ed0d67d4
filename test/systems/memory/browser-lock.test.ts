import { describe, expect, test } from 'vitest';
import { createBrowserLock, type Locks } from '../../../src/systems/memory/browser-lock.ts';

const platform = (globalThis.navigator as { readonly locks?: Locks } | undefined)?.locks;

describe.each([
  ['across tabs', platform],
  ['in a page without a lock manager', undefined],
])('the lock %s', (_, locks) => {
  test('lets one work at a time, and turns the second away', async () => {
    const lock = createBrowserLock(locks);
    let finish = () => {};
    const first = lock.hold(
      'signoff:12-1:3.1',
      () => new Promise<string>((done) => (finish = () => done('done'))),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await lock.hold('signoff:12-1:3.1', () => Promise.resolve('twice'))).toBeUndefined();
    expect(await lock.hold('signoff:12-1:3.2', () => Promise.resolve('other'))).toBe('other');
    finish();
    expect(await first).toBe('done');
    expect(await lock.hold('signoff:12-1:3.1', () => Promise.resolve('later'))).toBe('later');
  });

  test('is free again after work that failed', async () => {
    const lock = createBrowserLock(locks);
    await expect(lock.hold('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await lock.hold('a', () => Promise.resolve('again'))).toBe('again');
  });
});

test('this platform has a lock manager, so both are tested', () => {
  expect(platform).toBeDefined();
});
