import { useEffect, useEffectEvent } from 'react';
import * as z from 'zod/mini';
import type { ServerEvent } from '../wire.ts';
import { createEmitter } from '../zaf/emitter.ts';

const events = createEmitter<ServerEvent>();
let source: EventSource | undefined;

/** Calls back for what happens in the desk, whichever browser did it. One stream serves the whole page. */
export function useServerEvents(listener: (event: ServerEvent) => void): void {
  const heard = useEffectEvent(listener);
  useEffect(() => {
    listen();
    return events.on((event) => heard(event));
  }, []);
}

function listen(): void {
  if (source !== undefined) return;
  source = new EventSource('/desk/events');
  source.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') events.emit(z.custom<ServerEvent>().parse(JSON.parse(data)));
  });
}
