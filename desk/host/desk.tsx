import { useCallback, useState } from 'react';
import type { Boot, TicketRow } from '../wire.ts';
import { resetDesk } from './api.ts';
import { Drawer } from './drawer/drawer.tsx';
import { closed, opened } from './place.ts';
import { useServerEvents } from './server-events.ts';
import { TicketList } from './ticket-list.tsx';
import { forgetDrafts } from './ticket/drafts.ts';
import { TicketPage } from './ticket/ticket-page.tsx';
import { Toasts, useToasts } from './toasts.tsx';
import { TopBar } from './top-bar.tsx';
import { usePlace } from './use-place.ts';
import { useTicketRows } from './use-ticket-rows.ts';

/** The whole workspace: tickets on the left, the open ones in tabs, the desk's own controls below. */
export function Desk({ boot }: { readonly boot: Boot }) {
  const [place, setPlace] = usePlace(boot.account.agents);
  const [world, setWorld] = useState(0);
  const { toasts, show, close } = useToasts();
  const rows = useTicketRows();
  const agent = boot.account.agents.find(({ id }) => id === place.agentId);
  const open = useCallback((ticketId: number) => setPlace((now) => opened(now, ticketId)), [setPlace]);

  useServerEvents((event) => {
    if (event.is === 'reset') {
      forgetDrafts();
      setWorld((count) => count + 1);
    }
    if (event.is === 'settings-changed')
      show({
        kind: 'notice',
        text: 'The app’s settings have changed. Reload the app to use them.',
        milliseconds: 6000,
      });
  });

  if (agent === undefined) return null;
  return (
    <div className="desk">
      <a className="skip" href="#app-pane">
        Skip to the app
      </a>
      <TopBar
        boot={boot}
        place={place}
        rows={rows}
        onOpen={open}
        onClose={(ticketId) => setPlace((now) => closed(now, ticketId))}
        onAgent={(agentId) => setPlace((now) => ({ ...now, agentId }))}
        onScheme={(scheme) => setPlace((now) => ({ ...now, scheme }))}
        onReset={() => void resetDesk()}
      />
      <TicketList rows={rows} active={place.active} onOpen={open} />
      <main className="pages">
        {place.active === undefined ? <NothingOpen /> : null}
        {place.tickets.map((ticketId) => (
          <TicketPage
            key={`${world}:${agent.id}:${ticketId}`}
            boot={boot}
            agent={agent}
            ticketId={ticketId}
            hint={hintOf(rows, ticketId)}
            isActive={ticketId === place.active}
            scheme={place.scheme}
            onNotify={show}
            onRoute={open}
            onAgent={(agentId) => setPlace((now) => ({ ...now, agentId }))}
          />
        ))}
      </main>
      <Drawer boot={boot} />
      <Toasts toasts={toasts} onClose={close} />
    </div>
  );
}

const hintOf = (rows: readonly TicketRow[], ticketId: number): TicketRow | undefined =>
  rows.find(({ id }) => id === ticketId);

function NothingOpen() {
  return (
    <div className="nothing">
      <h1>Open a ticket</h1>
      <p>Each one in the list shows something else of Signoff. The first is the main walk-through.</p>
    </div>
  );
}
