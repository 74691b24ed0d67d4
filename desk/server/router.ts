import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request to the desk's own server. */
type Asked = {
  /** The parts of the path that the route leaves open, in order. */
  readonly named: readonly string[];
  readonly query: URLSearchParams;
  /** The body as JSON; undefined where there is none. */
  readonly json: unknown;
};

export type Answer = { readonly status: number; readonly json: unknown };

export type Route = readonly [
  method: string,
  path: RegExp,
  handler: (asked: Asked) => Answer | Promise<Answer>,
];

export const ok = (json: unknown): Answer => ({ status: 200, json });
export const badRequest = (error: string): Answer => ({ status: 400, json: { error } });

/** Answers a request by the first route that fits. False where none does. */
export async function answerByRoutes(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://desk');
  for (const [method, path, handler] of routes) {
    const match = method === request.method ? path.exec(url.pathname) : null;
    if (match === null) continue;
    const answer = await answerOf(handler, { named: match.slice(1), query: url.searchParams }, request);
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(JSON.stringify(answer.json ?? null));
    return true;
  }
  return false;
}

async function answerOf(
  handler: Route[2],
  asked: Omit<Asked, 'json'>,
  request: IncomingMessage,
): Promise<Answer> {
  const text = await bodyOf(request);
  try {
    const json: unknown = text === '' ? undefined : JSON.parse(text);
    return await handler({ ...asked, json });
  } catch (error) {
    return badRequest(error instanceof Error ? error.message : String(error));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
