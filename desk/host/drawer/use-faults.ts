import { useEffect, useState } from 'react';
import type { FaultsState } from '../../wire.ts';
import { fetchFaults, saveFaults } from '../api.ts';
import { useServerEvents } from '../server-events.ts';

export type FaultsOnPage = {
  readonly state: FaultsState;
  readonly save: (change: Partial<FaultsState>) => void;
};

/** What fails now, and how long answers take. */
export function useFaults(): FaultsOnPage {
  const [state, setState] = useState<FaultsState>({ faults: [], latency: {} });
  const load = (): void => void fetchFaults().then(setState);
  useEffect(load, []);
  useServerEvents((event) => {
    if (event.is === 'faults-changed' || event.is === 'reset') load();
  });
  return { state, save: (change) => void saveFaults(change).then(setState) };
}
