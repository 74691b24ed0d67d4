import type { ZafClient, ZafRequest } from '../../src/systems/zendesk/zaf-client.ts';

export type VanishingClient = {
  readonly client: ZafClient;
  /** The tab is gone: what it asked for never arrives, nothing more leaves it, and it hears of nothing. */
  vanish(): void;
  readonly isGone: () => boolean;
};

type Options = {
  /** A request has been carried out, and its answer is not given to the tab yet, which may vanish in this moment. */
  readonly onAnswered?: (request: ZafRequest | undefined) => void;
};

/** A client whose tab can vanish at any moment. Every call of the application then waits for ever. */
export function createVanishingClient(client: ZafClient, { onAnswered }: Options = {}): VanishingClient {
  let isGone = false;
  const never = () => new Promise<never>(() => undefined);
  const alive = async <T>(work: () => Promise<T>, request?: ZafRequest): Promise<T> => {
    if (isGone) return never();
    const [answer] = await Promise.allSettled([work()]);
    onAnswered?.(request);
    if (isGone) return never();
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  };
  const heard = new Map<(data?: unknown) => unknown, (data?: unknown) => unknown>();
  return {
    client: {
      get: (paths) => alive(() => client.get(paths)),
      set: (values) => alive(() => client.set(values)),
      invoke: (method, ...parameters) => alive(() => client.invoke(method, ...parameters)),
      request: (options) => alive(() => client.request(options), options),
      context: () => alive(() => client.context()),
      metadata: () => alive(() => client.metadata()),
      on: (event, handler) => {
        const whileAlive = (data?: unknown) => (isGone ? undefined : handler(data));
        heard.set(handler, whileAlive);
        client.on(event, whileAlive);
      },
      off: (event, handler) => client.off(event, heard.get(handler) ?? handler),
    },
    vanish: () => {
      isGone = true;
    },
    isGone: () => isGone,
  };
}
