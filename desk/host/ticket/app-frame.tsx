import { useEffect, useRef, useState } from 'react';
import { parseProxyOptions } from '../../proxy/proxy-options.ts';
import { appEventsOf } from '../../zaf/app-events.ts';
import { createAppInstance, type AppInstance } from '../../zaf/app-instance.ts';
import { registrationOf } from '../../zaf/registration.ts';
import { settleRequest, type Settled } from '../../zaf/settle-request.ts';
import { createSurface } from '../../zaf/surface.ts';
import { fetchSettings, proxyAs } from '../api.ts';
import type { AppPaneProps } from './app-pane.tsx';

type Props = AppPaneProps & { readonly title: string; readonly width: number };

/** What Zendesk lets the iframe of an app do. */
const SANDBOX =
  'allow-forms allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts allow-downloads';

/** One iframe of the app with the genuine SDK in it, and the host's side of the wire. */
export function AppFrame(props: Props) {
  const { boot, ticketId, scheme, isActive, tab, title, width } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const instance = useRef<AppInstance>(undefined);
  const [guid] = useState(() => crypto.randomUUID());
  const [address] = useState(() => addressOf(boot.app, guid, scheme));
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const connected = connect(guid, frame, latest);
    instance.current = connected.instance;
    return connected.disconnect;
  }, [guid]);

  useEffect(() => instance.current?.emit(isActive ? 'app.activated' : 'app.deactivated', {}), [isActive]);
  useEffect(() => instance.current?.emit('colorScheme.changed', scheme), [scheme]);
  useEffect(
    () =>
      tab.events.on((event) =>
        appEventsOf(event).forEach(({ name, data }) => instance.current?.emit(name, data)),
      ),
    [tab],
  );

  return (
    <iframe
      ref={frame}
      src={address}
      title={title}
      style={{ width }}
      sandbox={SANDBOX}
      data-ticket={ticketId}
    />
  );
}

function addressOf(app: Props['boot']['app'], guid: string, scheme: string): string {
  const query = new URLSearchParams({ origin: location.origin, app_guid: guid, colorScheme: scheme });
  return `${app.origin}${app.path}?${query.toString()}`;
}

type Connected = { readonly instance: AppInstance; readonly disconnect: () => void };

function connect(
  guid: string,
  frame: { readonly current: HTMLIFrameElement | null },
  latest: { readonly current: Props },
): Connected {
  const { boot, instances } = latest.current;
  const instance = createAppInstance({
    guid,
    post: (message) => frame.current?.contentWindow?.postMessage(message, boot.app.origin),
    surface: createSurface(surroundingsOf(latest)),
    request: (options) => request(latest.current.agent.id, options),
    registration: async () => {
      // The settings as they are when the iframe starts: an open one keeps the old ones, as in Zendesk.
      const { settings } = await fetchSettings();
      const { account, metadata } = latest.current.boot;
      return registrationOf({
        guid,
        account,
        ticketId: latest.current.ticketId,
        metadata: { ...metadata, settings },
      });
    },
    triggered: (event, data) => instances.forEach((other) => other.emit(event, data)),
    // Zendesk activates an app when it is in front and ready to hear of it.
    listening: (event) => {
      if (event === 'app.activated' && latest.current.isActive)
        instance.emit('app.activated', { firstLoad: true });
    },
  });
  const heard = (event: MessageEvent<unknown>): void => {
    if (event.source === frame.current?.contentWindow && event.origin === boot.app.origin)
      instance.receive(event.data);
  };
  addEventListener('message', heard);
  instances.add(instance);
  return {
    instance,
    disconnect: () => {
      removeEventListener('message', heard);
      instances.delete(instance);
      instance.destroy();
    },
  };
}

async function request(userId: number, options: unknown): Promise<Settled> {
  return settleRequest(parseProxyOptions(options) ?? { url: '' }, await proxyAs(userId, options));
}

function surroundingsOf(latest: { readonly current: Props }): Parameters<typeof createSurface>[0] {
  const { boot, agent, tab } = latest.current;
  return {
    account: boot.account,
    agent,
    tab,
    colorScheme: () => latest.current.scheme,
    assetUrl: (file) => `${boot.app.origin}/assets/${file}`,
    instances: () =>
      Object.fromEntries(
        [...latest.current.instances].map(({ guid }) => [
          guid,
          { instanceGuid: guid, location: 'ticket_sidebar' },
        ]),
      ),
    notify: (text, kind, milliseconds) => latest.current.onNotify({ text, kind, milliseconds }),
    routeTo: (place, id) => {
      if (place === 'ticket') latest.current.onRoute(Number(id));
    },
    resize: () => undefined,
  };
}
