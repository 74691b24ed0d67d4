import type { FakeRequest } from '../../desk/fakes/fake.ts';
import type { ZafClient, ZafRequest } from '../../src/systems/zendesk/zaf-client.ts';
import type { ManualClock } from '../support/manual-clock.ts';
import { arrivalOf, isDone, type Arrival, type Failure } from './failure.ts';

type Options = {
  readonly client: ZafClient;
  readonly clock: ManualClock;
  /** How a request fails; undefined where it goes well. Asked once for each request. */
  readonly failureOf: (request: FakeRequest) => Failure | undefined;
};

export type FailingClient = {
  readonly client: ZafClient;
  /** The tab is gone in this moment: nothing that it asked for arrives, and nothing more leaves it. */
  close(): void;
  /** Resolves when the first failing request has had its effect, or had none. */
  readonly met: Promise<void>;
};

const never = () => new Promise<never>(() => undefined);

/** A client whose requests fail as they are told to, and whose tab can vanish at any moment. */
export function createFailingClient({ client, clock, failureOf }: Options): FailingClient {
  let isClosed = false;
  let tellMet: () => void = () => undefined;
  const met = new Promise<void>((resolve) => {
    tellMet = resolve;
  });

  const open = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isClosed) return never();
    const answer = await settled(work);
    if (isClosed) return never();
    if (answer.is === 'rejected') throw answer.error;
    return answer.value;
  };

  const request = async (options: ZafRequest): Promise<unknown> => {
    const asked = fakeRequestOf(options);
    const failure = failureOf(asked);
    if (failure === undefined) return client.request(options);
    const answer = isDone(failure) ? await settled(() => client.request(options)) : undefined;
    tellMet();
    if (failure === 'slow') await new Promise<void>((resolve) => clock.after(4000, resolve));
    const text = answer?.is === 'resolved' ? textOf(answer.value) : '';
    const arrival = arrivalOf(failure, systemOf(asked.url), text);
    if (arrival === 'nothing') return never();
    if (arrival !== 'the answer') return delivered(arrival);
    if (answer?.is === 'rejected') throw answer.error;
    return answer?.value;
  };

  return {
    client: {
      ...client,
      get: (paths) => open(() => client.get(paths)),
      set: (values) => open(() => client.set(values)),
      invoke: (method, ...parameters) => open(() => client.invoke(method, ...parameters)),
      request: (options) => open(() => request(options)),
      on: (event, handler) => client.on(event, (data) => (isClosed ? undefined : handler(data))),
    },
    close: () => {
      isClosed = true;
    },
    met,
  };
}

type Settled<T> =
  { readonly is: 'resolved'; readonly value: T } | { readonly is: 'rejected'; readonly error: unknown };

async function settled<T>(work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { is: 'resolved', value: await work() };
  } catch (error) {
    return { is: 'rejected', error };
  }
}

/** As the host of the app framework gives it: good answers resolve, others reject with a plain object. */
function delivered({ status, text, retryAfter }: Exclude<Arrival, string>): unknown {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  const answer = { status, statusText: String(status), responseText: text, headers };
  if (status < 300) return answer;
  // Zendesk's host rejects with jQuery's plain object, which is no Error.
  const plain: unknown = answer;
  throw plain;
}

function textOf(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'responseText' in answer)
    return String(answer.responseText);
  return JSON.stringify(answer);
}

function systemOf({ host }: URL): string {
  if (host.endsWith('.zendesk.com')) return 'zendesk';
  if (host.endsWith('.myshopify.com')) return 'shopify';
  if (host.endsWith('.salesforce.com')) return 'salesforce';
  return (
    { 'api.stripe.com': 'stripe', 'api.easypost.com': 'easypost', 'api.hubapi.com': 'hubspot' }[host] ?? host
  );
}

function fakeRequestOf({ type, url, headers = {}, data }: ZafRequest): FakeRequest {
  const named = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    method: type,
    url: new URL(url, 'https://desk.zendesk.com'),
    headers: Object.fromEntries(named),
    body: data,
  };
}
