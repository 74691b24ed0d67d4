import * as z from 'zod/mini';

export type GraphqlCall = {
  readonly kind: 'query' | 'mutation';
  readonly operation: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

const callSchema = z.object({ query: z.string(), variables: z.optional(z.record(z.string(), z.unknown())) });

/** Reads a GraphQL request by the name of its operation; undefined where it has none. */
export function readGraphqlCall(body: string | undefined): GraphqlCall | undefined {
  const parsed = callSchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { query: document, variables = {} } = parsed.data;
  const [, kind, operation] = /\b(query|mutation)\s+(\w+)/.exec(document) ?? [];
  if (operation === undefined) return undefined;
  return { kind: kind === 'mutation' ? 'mutation' : 'query', operation, document, variables };
}

function parseJson(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}
