import * as z from 'zod/mini';

const AppMessageSchema = z.object({
  id: z.optional(z.number()),
  request: z.optional(z.string()),
  params: z.optional(z.unknown()),
  key: z.optional(z.string()),
  message: z.optional(z.unknown()),
  error: z.optional(z.object({ msg: z.optional(z.unknown()) })),
  appGuid: z.optional(z.string()),
  instanceGuid: z.optional(z.string()),
});

/** What an app posts to its host: a JSON text, except replies to hooks, which are plain objects. */
export type AppMessage = z.infer<typeof AppMessageSchema>;

/** Reads a message; undefined where it is none of the app framework's. */
export function parseAppMessage(data: unknown): AppMessage | undefined {
  const parsed = AppMessageSchema.safeParse(typeof data === 'string' ? jsonOrNothing(data) : data);
  return parsed.success ? parsed.data : undefined;
}

/** What a message without a call is about, by its key. */
export type MessageKey =
  | { readonly is: 'handshake' }
  | { readonly is: 'subscription'; readonly event: string; readonly isOn: boolean }
  | { readonly is: 'trigger'; readonly event: string }
  | { readonly is: 'reply'; readonly hook: string }
  | { readonly is: 'request'; readonly name: string }
  /** `__track__`, `session.live` and what else newer SDKs tell. */
  | { readonly is: 'other' };

export function keyOf({ key = '' }: AppMessage): MessageKey {
  if (key === 'iframe.handshake') return { is: 'handshake' };
  if (/^request:\d+$/.test(key)) return { is: 'request', name: key };
  const [, verb = '', event = ''] = /^iframe\.(on|off|trigger|reply):(.+)$/.exec(key) ?? [];
  switch (verb) {
    case 'on':
    case 'off':
      return { is: 'subscription', event, isOn: verb === 'on' };
    case 'trigger':
      return { is: 'trigger', event };
    case 'reply':
      return { is: 'reply', hook: event };
    default:
      return { is: 'other' };
  }
}

/** How many handlers are left after `on` or `off`. */
export function subscribersOf({ message }: AppMessage): number | undefined {
  const parsed = Subscribers.safeParse(message);
  return parsed.success ? parsed.data.subscriberCount : undefined;
}

const Subscribers = z.object({ subscriberCount: z.number() });

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
