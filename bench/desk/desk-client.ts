import * as z from 'zod/mini';

/** A request of the app, as far as the bench looks at it. Times are milliseconds since the epoch. */
export type AnsweredRequest = {
  readonly system: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly began: number;
  readonly ended: number;
};

export type DeskTicket = { readonly id: number; readonly subject: string; readonly shows: string };

const Requests = z.array(
  z.object({
    at: z.string(),
    milliseconds: z.number(),
    system: z.string(),
    method: z.string(),
    url: z.string(),
    status: z.number(),
  }),
);
const Sops = z.array(z.object({ text: z.string() }));
const Tickets = z.array(z.object({ id: z.number(), subject: z.string(), shows: z.string() }));

/** What the bench asks the desk's own server. */
export type DeskClient = {
  /** Everything as it was when the day began, and an empty request log. */
  reset(): Promise<void>;
  /** How long every system takes for each answer. */
  answerWithin(milliseconds: number): Promise<void>;
  requests(): Promise<readonly AnsweredRequest[]>;
  tickets(): Promise<readonly DeskTicket[]>;
  /** The titles of the published SOPs. */
  sopTitles(): Promise<readonly string[]>;
};

export function createDeskClient(url: string): DeskClient {
  const ask = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(url + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(
        `The desk answered ${method} ${path} with ${response.status}: ${await response.text()}`,
      );
    return response.json();
  };
  return {
    reset: async () => void (await ask('POST', '/desk/reset')),
    answerWithin: async (milliseconds) =>
      void (await ask('POST', '/desk/faults', { latency: { '*': milliseconds } })),
    requests: async () => Requests.parse(await ask('GET', '/desk/requests')).map(answered),
    tickets: async () => Tickets.parse(await ask('GET', '/desk/tickets')),
    sopTitles: async () =>
      Sops.parse(await ask('GET', '/desk/sops')).flatMap(
        ({ text }) => /^title:[ \t]*(.+)$/m.exec(text)?.[1]?.trim() ?? [],
      ),
  };
}

/** The desk notes when a request was answered and how long it took. */
function answered({ at, milliseconds, ...request }: z.infer<typeof Requests>[number]): AnsweredRequest {
  const ended = Date.parse(at);
  return { ...request, began: ended - milliseconds, ended };
}
