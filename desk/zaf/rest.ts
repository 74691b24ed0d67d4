import type * as z from 'zod/mini';

/** A call of Zendesk's REST API by the workspace itself, as the agent who is logged in. */
export type RestRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Starts with `/api/v2/`. */
  readonly path: string;
  readonly body?: unknown;
};

export type RestAnswer = { readonly status: number; readonly body: unknown };

export type Rest = (request: RestRequest) => Promise<RestAnswer>;

/** A refusal by Zendesk with its own words. */
export class RestRefused extends Error {
  readonly status: number;
  constructor({ method, path }: RestRequest, { status, body }: RestAnswer) {
    super(`Cannot ${method} ${path}: Zendesk answered ${status}${reasonIn(body)}`);
    this.name = 'RestRefused';
    this.status = status;
  }
}

/**
 * Calls and reads the answer.
 * @throws RestRefused where the answer is not of the 2xx class
 */
export async function call<Schema extends z.ZodMiniType>(
  rest: Rest,
  request: RestRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const answer = await rest(request);
  if (answer.status < 200 || answer.status >= 300) throw new RestRefused(request, answer);
  return schema.parse(answer.body);
}

function reasonIn(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const entries = new Map<string, unknown>(Object.entries(body));
  const texts = ['error', 'description', 'details']
    .map((key) => entries.get(key))
    .filter((part) => part !== undefined)
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  return texts.length === 0 ? '' : `, ${texts.join(': ')}`;
}
