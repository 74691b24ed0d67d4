import * as z from 'zod/mini';

const callSchema = z.object({
  tracker: z.object({ tracking_code: z.string().check(z.minLength(1)), carrier: z.optional(z.string()) }),
});

/** Reads the body of `POST /v2/trackers`; undefined where it names no tracking code. */
export function readTrackerCall(
  body: string | undefined,
): { trackingCode: string; carrier: string | undefined } | undefined {
  const parsed = callSchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { tracking_code: trackingCode, carrier } = parsed.data.tracker;
  return { trackingCode, carrier };
}

function parseJson(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}
