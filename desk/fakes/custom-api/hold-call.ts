import * as z from 'zod/mini';

const callSchema = z.object({
  reason: z.string().check(z.minLength(1)),
  reference: z._default(z.nullable(z.string()), null),
});

/** Reads the body of a hold; undefined where it gives no reason. */
export function readHoldCall(body: string | undefined): z.infer<typeof callSchema> | undefined {
  const parsed = callSchema.safeParse(parseJson(body));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}
