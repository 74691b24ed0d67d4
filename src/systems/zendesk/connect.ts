import type { Clock } from '../../app/ports/clock.ts';
import { typedZafClient } from './typed-zaf-client.ts';
import type { ZafClient, ZafContext, ZafMetadata } from './zaf-client.ts';
import { loadZafSdk, type RawZafClient } from './zaf-sdk.ts';

export type Connection =
  | {
      readonly is: 'connected';
      readonly client: ZafClient;
      readonly context: ZafContext;
      readonly metadata: ZafMetadata;
      /** The page that the app is embedded in: `https://example.zendesk.com`. */
      readonly origin: string;
    }
  /** Nobody to talk to: say “open me in Zendesk”. */
  | { readonly is: 'outside-zendesk'; readonly reason: OutsideReason };

export type OutsideReason =
  /** The address names no host: the page was opened by itself. */
  | 'no-host'
  /** It names a host that is not Zendesk: nothing was sent there. */
  | 'foreign-host'
  /** The host did not answer the handshake in time, or answered with something else. */
  | 'no-answer';

export type ConnectOptions = {
  readonly page: Window;
  readonly clock: Pick<Clock, 'after'>;
  /** Whether a host on this machine counts as Zendesk: in builds for the desk, never in the packaged app. */
  readonly allowLocal: boolean;
};

const longestHandshake = 10_000;

let connection: Promise<Connection> | undefined;

/**
 * Connects with the Zendesk page around the iframe. Once per page: a second `init` would send every queued message twice, so every
 * later call gets the first connection. Called from the composition root alone.
 */
export function connect(options: ConnectOptions): Promise<Connection> {
  connection ??= connectOnce(options);
  return connection;
}

async function connectOnce({ page, clock, allowLocal }: ConnectOptions): Promise<Connection> {
  const origin = hostOrigin(page.location);
  if (origin === undefined) return { is: 'outside-zendesk', reason: 'no-host' };
  if (!isTrusted(origin, allowLocal)) return { is: 'outside-zendesk', reason: 'foreign-host' };
  const sdk = await loadZafSdk(page);
  const raw = sdk.init();
  if (raw === false) return { is: 'outside-zendesk', reason: 'no-host' };
  const isRegistered = await registered(raw, clock);
  if (!isRegistered) return { is: 'outside-zendesk', reason: 'no-answer' };
  const client = typedZafClient(raw, clock);
  const [context, metadata] = await Promise.all([client.context(), client.metadata()]);
  return { is: 'connected', client, context, metadata, origin };
}

/** The host names itself in the address of the iframe, as the SDK reads it: in the query, else behind the `#`. */
function hostOrigin({ search, hash }: Location): string | undefined {
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.replace(/^#/, ''));
  const isNamed = query.get('app_guid') ?? fragment.get('app_guid');
  const origin = query.get('origin') ?? fragment.get('origin');
  return isNamed === null || origin === null || origin === '' ? undefined : origin;
}

/** The npm package accepts any parent that the address names: the list is ours. */
export function isTrusted(origin: string, allowLocal: boolean): boolean {
  if (/^https:\/\/[a-z0-9-]+\.zendesk\.com$/.test(origin)) return true;
  return allowLocal && /^https?:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/.test(origin);
}

function registered(raw: RawZafClient, clock: Pick<Clock, 'after'>): Promise<boolean> {
  return new Promise((resolve) => {
    const giveUp = clock.after(longestHandshake, () => resolve(false));
    raw.on('app.registered', () => {
      giveUp();
      resolve(true);
    });
  });
}
