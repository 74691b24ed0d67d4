import type { Settled } from './settle-request.ts';
import { keyOf, parseAppMessage, subscribersOf, type AppMessage } from './app-message.ts';
import type { Surface } from './surface.ts';

/** One iframe of the app, from the host's side of the wire. */
export type AppInstance = {
  readonly guid: string;
  /** Takes what the iframe posted. Foreign and broken messages are ignored, as Zendesk's host does. */
  receive(data: unknown): void;
  /** Sends an event to the app, if it listens. */
  emit(event: string, data?: unknown): void;
  /** Asks the app's hooks; the text with which one of them refuses, or undefined. */
  askHook(hook: string, data?: unknown): Promise<string | undefined>;
  /** Sends `app.willDestroy` and stops. */
  destroy(): void;
};

export type InstanceParts = {
  /** Unguessable; the address of the iframe carries it as `app_guid`. */
  readonly guid: string;
  readonly post: (message: unknown) => void;
  readonly surface: Surface;
  readonly request: (options: unknown) => Promise<Settled>;
  readonly registration: () => Promise<{ readonly context: unknown; readonly metadata: unknown }>;
  /** `client.trigger`: re-emitted to every instance of the app. */
  readonly triggered: (event: string, data: unknown) => void;
  /** Called when the app begins to listen to an event. */
  readonly listening?: (event: string) => void;
};

/** Speaks the app framework's message protocol with one iframe. Source: docs/zendesk.md, "postMessage protocol". */
export function createAppInstance(parts: InstanceParts): AppInstance {
  const subscriptions = new Map<string, number>();
  const hooks = new Map<string, (refusal: string | undefined) => void>();
  let isAlive = true;

  const post = (message: Readonly<Record<string, unknown>>): void => {
    // A text, as older hosts send it: what cannot be told in JSON never crosses.
    if (isAlive) parts.post(JSON.stringify(message));
  };

  const emit = (event: string, data?: unknown): void => {
    if ((subscriptions.get(event) ?? 0) > 0) post({ key: `zaf.${event}`, message: data });
  };

  const take = (message: AppMessage): void => {
    if (message.request !== undefined) return post(answerCall(parts.surface, message));
    const key = keyOf(message);
    switch (key.is) {
      case 'handshake':
        return void register();
      case 'subscription': {
        subscriptions.set(key.event, subscribersOf(message) ?? (key.isOn ? 1 : 0));
        if (key.isOn) parts.listening?.(key.event);
        return;
      }
      case 'trigger':
        return parts.triggered(key.event, message.message);
      case 'reply': {
        const answer = hooks.get(key.hook);
        hooks.delete(key.hook);
        return answer?.(refusalOf(message));
      }
      case 'request':
        return void send(key.name, message.message);
      case 'other':
        return;
    }
  };

  const register = async (): Promise<void> => {
    post({ key: 'zaf.app.registered', message: await parts.registration() });
  };

  const send = async (name: string, options: unknown): Promise<void> => {
    const settled = await parts.request(options);
    if (settled.is === 'done') post({ key: `zaf.${name}.done`, message: { responseArgs: [settled.value] } });
    else post({ key: `zaf.${name}.fail`, message: { responseArgs: [settled.error] } });
  };

  return {
    guid: parts.guid,
    receive(data) {
      const message = parseAppMessage(data);
      if (message?.appGuid === parts.guid) take(message);
    },
    emit,
    askHook(hook, data) {
      if ((subscriptions.get(hook) ?? 0) === 0) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        const giveUp = setTimeout(() => resolve(undefined), HOOK_TIMEOUT);
        hooks.set(hook, (refusal) => {
          clearTimeout(giveUp);
          resolve(refusal);
        });
        post({ key: `zaf.${hook}`, needsReply: true, message: data });
      });
    },
    destroy() {
      emit('app.willDestroy');
      isAlive = false;
    },
  };
}

/** How long the host waits for a hook before it goes on without; Zendesk does not say how long it waits. */
const HOOK_TIMEOUT = 10_000;

/** `false` and an empty rejection refuse without words. */
function refusalOf({ error }: AppMessage): string | undefined {
  if (error === undefined) return undefined;
  return typeof error.msg === 'string' && error.msg !== ''
    ? error.msg
    : 'The app refused to save the ticket.';
}

function answerCall(
  surface: Surface,
  { id, request, params }: AppMessage,
): Readonly<Record<string, unknown>> {
  switch (request) {
    case 'get':
      return {
        id,
        result: surface.get(Array.isArray(params) ? params.filter((path) => typeof path === 'string') : []),
      };
    case 'set':
      return { id, result: surface.set(objectOf(params)) };
    case 'invoke':
      return { id, result: surface.invoke(argumentsOf(params)) };
    case undefined:
    default:
      return { id, error: { name: 'APIError', message: `No such request: ${request ?? ''}` } };
  }
}

const objectOf = (params: unknown): Readonly<Record<string, unknown>> =>
  typeof params === 'object' && params !== null ? Object.fromEntries(Object.entries(params)) : {};

const argumentsOf = (params: unknown): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(
    Object.entries(objectOf(params)).map(([method, given]) => [
      method,
      Array.isArray(given) ? given : [given],
    ]),
  );
