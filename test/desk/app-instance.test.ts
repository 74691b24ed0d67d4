import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAppInstance } from '../../desk/zaf/app-instance.ts';
import type { Surface } from '../../desk/zaf/surface.ts';

const GUID = 'the-guid';

/** An instance over a surface that answers what it was asked. */
function instanceWith() {
  const posted: unknown[] = [];
  const surface: Surface = {
    get: (paths) => ({ ...Object.fromEntries(paths.map((path) => [path, `value of ${path}`])), errors: {} }),
    set: (values) => ({ ...values, errors: {} }),
    invoke: (methods) => ({ ...methods, errors: {} }),
  };
  const triggered = vi.fn<(event: string, data: unknown) => void>();
  const instance = createAppInstance({
    guid: GUID,
    surface,
    triggered,
    post: (message) => posted.push(typeof message === 'string' ? JSON.parse(message) : message),
    request: (options) => Promise.resolve({ is: 'done', value: options }),
    registration: () => Promise.resolve({ context: { ticketId: 1 }, metadata: { settings: {} } }),
  });
  const say = (message: object): void =>
    instance.receive(JSON.stringify({ appGuid: GUID, instanceGuid: GUID, ...message }));
  return { instance, say, posted, triggered };
}

describe('messages', () => {
  test('a handshake is answered with the registration', async () => {
    const { say, posted } = instanceWith();
    say({ key: 'iframe.handshake', message: { version: '2.0.9' } });
    await vi.waitFor(() =>
      expect(posted).toEqual([
        { key: 'zaf.app.registered', message: { context: { ticketId: 1 }, metadata: { settings: {} } } },
      ]),
    );
  });

  test('calls are answered by their ids', () => {
    const { say, posted } = instanceWith();
    say({ id: 1, request: 'get', params: ['a'] });
    say({ id: 2, request: 'set', params: { b: 2 } });
    say({ id: 3, request: 'invoke', params: { c: ['x', 'y'] } });
    expect(posted).toEqual([
      { id: 1, result: { a: 'value of a', errors: {} } },
      { id: 2, result: { b: 2, errors: {} } },
      { id: 3, result: { c: ['x', 'y'], errors: {} } },
    ]);
  });

  test('a call that the framework does not have is an error', () => {
    const { say, posted } = instanceWith();
    say({ id: 1, request: 'destroy', params: [] });
    expect(posted).toEqual([{ id: 1, error: { name: 'APIError', message: 'No such request: destroy' } }]);
  });

  test('a request is answered under its own key', async () => {
    const { say, posted } = instanceWith();
    say({ key: 'request:7', message: { url: '/x' } });
    await vi.waitFor(() =>
      expect(posted).toEqual([{ key: 'zaf.request:7.done', message: { responseArgs: [{ url: '/x' }] } }]),
    );
  });

  test.each([
    ['of another app', { appGuid: 'somebody-else', key: 'iframe.handshake' }],
    ['that is no JSON', 'hello'],
    ['without a guid', { key: 'iframe.handshake' }],
    ['of the tracking of newer SDKs', { appGuid: GUID, key: '__track__', message: {} }],
  ])('a message %s is ignored', async (_, message) => {
    const { instance, posted } = instanceWith();
    instance.receive(typeof message === 'string' ? message : JSON.stringify(message));
    await Promise.resolve();
    expect(posted).toEqual([]);
  });
});

describe('events', () => {
  test('reach an app while it listens', () => {
    const { instance, say, posted } = instanceWith();
    instance.emit('ticket.updated', 1);
    say({ key: 'iframe.on:ticket.updated', message: { subscriberCount: 1 } });
    instance.emit('ticket.updated', 2);
    say({ key: 'iframe.off:ticket.updated', message: { subscriberCount: 0 } });
    instance.emit('ticket.updated', 3);
    expect(posted).toEqual([{ key: 'zaf.ticket.updated', message: 2 }]);
  });

  test('one handler of two that is taken away leaves the other', () => {
    const { instance, say, posted } = instanceWith();
    say({ key: 'iframe.on:x', message: { subscriberCount: 2 } });
    say({ key: 'iframe.off:x', message: { subscriberCount: 1 } });
    instance.emit('x');
    expect(posted).toHaveLength(1);
  });

  test('what the app triggers goes to the host', () => {
    const { say, triggered } = instanceWith();
    say({ key: 'iframe.trigger:hello', message: { a: 1 } });
    expect(triggered).toHaveBeenCalledWith('hello', { a: 1 });
  });

  test('nothing is posted after the end', () => {
    const { instance, say, posted } = instanceWith();
    say({ key: 'iframe.on:app.willDestroy', message: { subscriberCount: 1 } });
    instance.destroy();
    say({ id: 1, request: 'get', params: ['a'] });
    expect(posted).toEqual([{ key: 'zaf.app.willDestroy' }]);
  });
});

describe('hooks', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const listening = () => {
    const all = instanceWith();
    all.say({ key: 'iframe.on:ticket.save', message: { subscriberCount: 1 } });
    return all;
  };
  // Replies to hooks are plain objects, everything else is text.
  const reply = (error?: object) => ({
    appGuid: GUID,
    key: 'iframe.reply:ticket.save',
    ...(error === undefined ? {} : { error }),
  });

  test('an app without a hook allows', async () => {
    expect(await instanceWith().instance.askHook('ticket.save')).toBeUndefined();
  });

  test('a reply without an error allows', async () => {
    const { instance, posted } = listening();
    const asked = instance.askHook('ticket.save');
    instance.receive(reply());
    expect(await asked).toBeUndefined();
    expect(posted).toEqual([{ key: 'zaf.ticket.save', needsReply: true }]);
  });

  test('a reply with a text refuses with it', async () => {
    const { instance } = listening();
    const asked = instance.askHook('ticket.save');
    instance.receive(reply({ msg: 'Not yet.' }));
    expect(await asked).toBe('Not yet.');
  });

  test('a reply of false refuses too', async () => {
    const { instance } = listening();
    const asked = instance.askHook('ticket.save');
    instance.receive(reply({ msg: false }));
    expect(await asked).toBe('The app refused to save the ticket.');
  });

  test('an app that never replies does not hold up the agent for ever', async () => {
    const { instance } = listening();
    const asked = instance.askHook('ticket.save');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asked).toBeUndefined();
  });
});
