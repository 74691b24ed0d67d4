import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Desk } from '../desk.ts';
import { deskRoutes } from './desk-routes.ts';
import { streamEvents } from './event-stream.ts';
import { answerByRoutes } from './router.ts';
import { isOwnRequest } from './same-origin.ts';
import { answerWithFile } from './static-files.ts';

export type StartOptions = {
  readonly desk: Desk;
  /** Folders of the built page and of the built app. */
  readonly host: string;
  readonly app: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Undefined: the next one, so that what the browser keeps for it is there again after a restart, or any other where that is taken. */
  readonly appPort: number | undefined;
};

export type StartedDesk = {
  /** Where the page is: `http://localhost:4174`. */
  readonly url: string;
  /** Another origin, as at Zendesk: the app's own files. */
  readonly appOrigin: string;
  close(): Promise<void>;
};

/** Milliseconds. */
const KEEP_ALIVE = 600_000;

/** Serves the page with the desk behind it, and the app's files from an origin of their own. */
export async function startDesk({ desk, host, app, port, appPort }: StartOptions): Promise<StartedDesk> {
  // A connection that is closed just when somebody uses it again is an error in the browser's and the tests' eyes.
  const page = createServer({ keepAliveTimeout: KEEP_ALIVE });
  const files = createServer({ keepAliveTimeout: KEEP_ALIVE });
  const url = `http://localhost:${await listen(page, port)}`;
  const appOrigin = `http://localhost:${await listenForApp(files, port, appPort)}`;
  const path = `/${desk.manifest.location.support.ticket_sidebar.url}`;
  const routes = deskRoutes(desk, { origin: appOrigin, path });
  files.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void answerWithFile(app, pathOf(request), response, appHeaders(url));
  });
  page.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!isOwnRequest(request, portOf(page))) return refuse(response);
    if (pathOf(request) === '/desk/events') return streamEvents(desk, response);
    void answerByRoutes(routes, request, response).then((isAnswered) =>
      isAnswered ? undefined : answerWithFile(host, pagePath(request), response, pageHeaders(appOrigin)),
    );
  });
  return { url, appOrigin, close: async () => void (await Promise.all([stop(page), stop(files)])) };
}

/** The app may load its own files and nothing else: whatever it wants from outside goes through the host. */
function appHeaders(host: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'none'",
    `frame-ancestors ${host}`,
  ];
  return { 'content-security-policy': policy.join('; ') };
}

function pageHeaders(appOrigin: string): Record<string, string> {
  const policy = [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `frame-src ${appOrigin}`,
    "frame-ancestors 'none'",
  ];
  return { 'content-security-policy': policy.join('; ') };
}

const pathOf = (request: IncomingMessage): string => new URL(request.url ?? '/', 'http://desk').pathname;

function pagePath(request: IncomingMessage): string {
  const path = pathOf(request);
  return path === '/' ? '/assets/index.html' : `/assets${path}`;
}

function refuse(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'text/plain' });
  response.end('Only the page of this desk may ask it.');
}

/** On this machine only: the desk has no log-in. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`Cannot open port ${port}: ${cause.message}`, { cause })),
    );
    server.listen(port, 'localhost', () => resolve(portOf(server)));
  });
}

function listenForApp(server: Server, port: number, appPort: number | undefined): Promise<number> {
  if (appPort !== undefined || port === 0) return listen(server, appPort ?? 0);
  return listen(server, port + 1).catch(() => listen(server, 0));
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Streams of events never end by themselves. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
