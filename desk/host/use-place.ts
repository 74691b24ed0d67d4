import { useEffect, useState } from 'react';
import type { Agent } from '../zaf/account.ts';
import { addressOf, placeOf, type Place } from './place.ts';

/** Where the page is, kept in its address, so that a reload comes back to the same ticket as the same agent. */
export function usePlace(agents: readonly Agent[]): [Place, (change: (place: Place) => Place) => void] {
  const [place, setPlace] = useState(() => placeOf(location.search, agents));
  useEffect(() => {
    history.replaceState(null, '', addressOf(place));
    document.documentElement.dataset['scheme'] = place.scheme;
  }, [place]);
  return [place, setPlace];
}
