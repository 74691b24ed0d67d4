import { useEffect, useReducer, useState } from 'react';
import { openTicketTab, type TicketTab } from '../../zaf/ticket-tab.ts';
import { restAs } from '../api.ts';
import { useServerEvents } from '../server-events.ts';
import { keepDraft, readDraft } from './drafts.ts';

export type OpenTab =
  | { readonly is: 'opening' }
  | { readonly is: 'open'; readonly tab: TicketTab }
  | { readonly is: 'failed'; readonly reason: string };

/** Opens a ticket and follows what others do to it. */
export function useTicketTab(agentId: number, ticketId: number): OpenTab {
  const [open, setOpen] = useState<OpenTab>({ is: 'opening' });
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    openTicketTab(restAs(agentId), ticketId, readDraft(agentId, ticketId)).then(
      (tab) => setOpen({ is: 'open', tab }),
      (error: unknown) =>
        setOpen({ is: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
  }, [agentId, ticketId]);
  useEffect(() => {
    if (open.is !== 'open') return undefined;
    return open.tab.events.on(() => {
      keepDraft(agentId, ticketId, open.tab.view().composer);
      redraw();
    });
  }, [open, agentId, ticketId]);
  useServerEvents((event) => {
    if (open.is === 'open' && event.is === 'ticket-changed' && event.ticketId === ticketId)
      void open.tab.reload();
  });
  return open;
}
