import { useEffect, useState } from 'react';
import type { LoggedRequest } from '../../request-log.ts';
import { fetchRequests } from '../api.ts';
import { useServerEvents } from '../server-events.ts';

export type Requests = { readonly entries: readonly LoggedRequest[] };

/** What the app has sent, as it happens. */
export function useRequests(): Requests {
  const [entries, setEntries] = useState<readonly LoggedRequest[]>([]);
  useEffect(() => {
    void fetchRequests().then(setEntries);
  }, []);
  useServerEvents((event) => {
    if (event.is === 'request')
      setEntries((all) => [...all.filter(({ number }) => number !== event.entry.number), event.entry]);
    if (event.is === 'reset') setEntries([]);
  });
  return { entries };
}
