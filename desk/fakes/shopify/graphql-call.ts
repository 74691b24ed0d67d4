import * as z from 'zod/mini';

export type GraphqlCall = {
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

const callSchema = z.object({ query: z.string(), variables: z.optional(z.record(z.string(), z.unknown())) });

/** Reads a GraphQL request by the name of its operation; undefined where it has none. */
export function readGraphqlCall(body: string | undefined): GraphqlCall | undefined {
  const parsed = callSchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const operation = /\b(?:query|mutation)\s+(\w+)/.exec(parsed.data.query)?.[1];
  return operation === undefined ? undefined : { operation, variables: parsed.data.variables ?? {} };
}

function parseJson(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}
