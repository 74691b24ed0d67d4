import { useEffect, useState } from 'react';
import type { TicketRow } from '../wire.ts';
import { fetchTickets } from './api.ts';
import { useServerEvents } from './server-events.ts';

/** The ticket list as it is now. */
export function useTicketRows(): readonly TicketRow[] {
  const [rows, setRows] = useState<readonly TicketRow[]>([]);
  const load = (): void => void fetchTickets().then(setRows);
  useEffect(load, []);
  useServerEvents((event) => {
    if (event.is === 'ticket-changed' || event.is === 'reset') load();
  });
  return rows;
}
