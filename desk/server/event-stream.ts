import type { ServerResponse } from 'node:http';
import type { Desk } from '../desk.ts';

/** Tells one page what happens, as it happens, until it goes away. */
export function streamEvents(desk: Desk, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  response.write(': open\n\n');
  const stop = desk.events.on((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  response.on('close', stop);
}
