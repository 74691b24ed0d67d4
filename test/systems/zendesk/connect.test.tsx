import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createManualClock } from '../../support/manual-clock.ts';
import type { ZafSdk } from '../../../src/systems/zendesk/zaf-sdk.ts';

const host = 'https://sample.zendesk.com';
const metadata = { appId: 7, installationId: 77, settings: { teams: '' } };
const context = {
  product: 'support',
  account: { subdomain: 'sample' },
  location: 'ticket_sidebar',
  ticketId: 12,
};

type Message = {
  readonly id?: number;
  readonly key?: string;
  readonly request?: string;
  readonly params?: unknown;
};

/** A small Zendesk around the iframe: it hears what the genuine SDK posts to its parent, and answers in its protocol. */
function openIn(address: string, answer: (message: Message) => unknown) {
  window.history.replaceState(null, '', address);
  const heard: Message[] = [];
  const posted = vi.spyOn(window, 'postMessage').mockImplementation((text: unknown) => {
    const message = JSON.parse(String(text)) as Message;
    heard.push(message);
    const reply = answer(message);
    if (reply !== undefined) setTimeout(() => tell(reply), 0);
  });
  return { heard, posted };
}

function tell(data: unknown, origin = host): void {
  window.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(data), origin, source: window }));
}

const registers = (message: Message): unknown => {
  if (message.key === 'iframe.handshake')
    return { key: 'zaf.app.registered', message: { context, metadata } };
  if (message.request === 'get') return { id: message.id, result: { errors: {}, 'ticket.id': 12 } };
  return undefined;
};

const freshConnect = async () => (await import('../../../src/systems/zendesk/connect.ts')).connect;

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.restoreAllMocks();
  delete window.ZAFClient;
  document.body.replaceChildren();
});

const clock = createManualClock();
const inZendesk = `/?origin=${encodeURIComponent(host)}&app_guid=g1`;

describe('the connection with Zendesk', () => {
  test('is made over the genuine SDK, with context, settings and the page around', async () => {
    openIn(inZendesk, registers);
    const connect = await freshConnect();
    const connection = await connect({ page: window, clock, allowLocal: false });
    expect(connection).toMatchObject({ is: 'connected', origin: host, context, metadata });
    if (connection.is !== 'connected') throw new Error('Not connected.');
    expect(await connection.client.get(['ticket.id'])).toMatchObject({ 'ticket.id': 12 });
  });

  test('is made once, however often it is asked for', async () => {
    const { heard } = openIn(inZendesk, registers);
    const connect = await freshConnect();
    const first = await connect({ page: window, clock, allowLocal: false });
    const second = await connect({ page: window, clock, allowLocal: false });
    expect(second).toBe(first);
    expect(heard.filter(({ key }) => key === 'iframe.handshake')).toHaveLength(1);
  });

  test('is read from behind the hash too', async () => {
    openIn(`/#origin=${encodeURIComponent(host)}&app_guid=g1`, registers);
    const connect = await freshConnect();
    expect(await connect({ page: window, clock, allowLocal: false })).toMatchObject({ is: 'connected' });
  });

  test.each([
    ['/', 'no-host'],
    ['/?app_guid=g1', 'no-host'],
    [`/?origin=${encodeURIComponent(host)}`, 'no-host'],
    ['/?origin=https%3A%2F%2Fevil.example&app_guid=g1', 'foreign-host'],
    ['/?origin=https%3A%2F%2Fsample.zendesk.com.evil.example&app_guid=g1', 'foreign-host'],
    ['/?origin=https%3A%2F%2Fevil.example%2F.zendesk.com&app_guid=g1', 'foreign-host'],
    ['/?origin=http%3A%2F%2Fsample.zendesk.com&app_guid=g1', 'foreign-host'],
    ['/?origin=http%3A%2F%2Flocalhost%3A4567&app_guid=g1', 'foreign-host'],
    ['/?origin=null&app_guid=g1', 'foreign-host'],
  ])('is not made at %s, and nothing is sent there', async (address, reason) => {
    const { heard } = openIn(address, registers);
    const connect = await freshConnect();
    expect(await connect({ page: window, clock, allowLocal: false })).toEqual({
      is: 'outside-zendesk',
      reason,
    });
    expect(heard).toEqual([]);
  });

  test('is made with a host on this machine only where the build says so', async () => {
    const { isTrusted } = await import('../../../src/systems/zendesk/connect.ts');
    for (const local of ['http://localhost:4567', 'http://127.0.0.1:1', 'https://localhost']) {
      expect(isTrusted(local, true)).toBe(true);
      expect(isTrusted(local, false)).toBe(false);
    }
    for (const other of [
      'http://localhost.evil.example',
      'http://evil.example:4567',
      'http://127.0.0.1.evil.example',
    ])
      expect(isTrusted(other, true)).toBe(false);
  });

  test('is given up where nobody answers the handshake', async () => {
    openIn(inZendesk, () => undefined);
    const connect = await freshConnect();
    const quick = createManualClock();
    const connection = connect({ page: window, clock: quick, allowLocal: false });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await quick.advance(10_000);
    expect(await connection).toEqual({ is: 'outside-zendesk', reason: 'no-answer' });
  });

  test('prefers Zendesk’s own build of the SDK, and waits for it to load', async () => {
    openIn(inZendesk, registers);
    const tag = document.createElement('script');
    tag.id = 'zendesk-sdk';
    document.body.append(tag);
    const connect = await freshConnect();
    const init = vi.fn<ZafSdk['init']>(() => false);
    const connection = connect({ page: window, clock, allowLocal: false });
    window.ZAFClient = { init };
    tag.dispatchEvent(new Event('load'));
    expect(await connection).toMatchObject({ is: 'outside-zendesk' });
    expect(init).toHaveBeenCalledTimes(1);
  });

  test('takes the npm package where Zendesk’s build does not load', async () => {
    openIn(inZendesk, registers);
    const tag = document.createElement('script');
    tag.id = 'zendesk-sdk';
    document.body.append(tag);
    const connect = await freshConnect();
    const connection = connect({ page: window, clock, allowLocal: false });
    tag.dispatchEvent(new Event('error'));
    expect(await connection).toMatchObject({ is: 'connected' });
  });
});

describe('the client', () => {
  const connected = async (answer: (message: Message) => unknown) => {
    openIn(inZendesk, (message) =>
      message.key === 'iframe.handshake' ? registers(message) : answer(message),
    );
    const connect = await freshConnect();
    const own = createManualClock();
    const connection = await connect({ page: window, clock: own, allowLocal: false });
    if (connection.is !== 'connected') throw new Error('Not connected.');
    return { client: connection.client, own };
  };

  test('gives up on a page that does not answer, with an error', async () => {
    const { client, own } = await connected(() => undefined);
    const asked = client.get(['ticket.id']);
    const [settled] = await Promise.allSettled([asked, own.advance(4500)]);
    expect(settled.status === 'rejected' && settled.reason).toBeInstanceOf(Error);
    expect(settled.status === 'rejected' && String(settled.reason)).toContain(
      'Cannot read ticket.id: Zendesk did not answer within 4.5 s',
    );
  });

  test('turns what the page rejects with into an error', async () => {
    const { client } = await connected(({ id }) => ({
      id,
      error: { name: 'ApiError', message: 'not here' },
    }));
    await expect(client.invoke('comment.appendText', 'x')).rejects.toThrow(
      'Cannot comment.appendText: not here',
    );
  });

  test('keeps the answer inside a rejected request', async () => {
    const plain = { status: 422, statusText: 'error', responseText: '{"error":"RecordInvalid"}' };
    const { client } = await connected(({ key }) =>
      key === 'request:1' ? { key: 'zaf.request:1.fail', message: { responseArgs: [plain] } } : undefined,
    );
    const asked = client.request({ url: '/x', type: 'GET', autoRetry: false, httpCompleteResponse: true });
    await expect(asked).rejects.toMatchObject(plain);
    await expect(asked).rejects.toBeInstanceOf(Error);
  });

  test('hears the page’s events until it is told not to', async () => {
    const { client } = await connected(() => undefined);
    const heard: unknown[] = [];
    const handler = (data?: unknown) => heard.push(data);
    client.on('ticket.updated', handler);
    tell({ key: 'zaf.ticket.updated', message: { user: 1 } });
    tell({ key: 'zaf.ticket.updated', message: { user: 2 } }, 'https://evil.example');
    client.off('ticket.updated', handler);
    tell({ key: 'zaf.ticket.updated', message: { user: 3 } });
    expect(heard).toEqual([{ user: 1 }]);
  });
});
