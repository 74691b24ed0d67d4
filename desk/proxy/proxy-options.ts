import * as z from 'zod/mini';

/**
 * The options of `client.request` as far as the proxy heeds them. Zendesk takes those of jQuery and some of its own; what is not
 * here is accepted and has no effect in the desk.
 * Source: docs/zendesk.md, "client.request".
 */
const ProxyOptionsSchema = z.object({
  url: z.string(),
  type: z.optional(z.string()),
  method: z.optional(z.string()),
  data: z.optional(z.unknown()),
  contentType: z.optional(z.union([z.string(), z.literal(false)])),
  dataType: z.optional(z.string()),
  headers: z.optional(z.record(z.string(), z.string())),
  secure: z.optional(z.boolean()),
  cors: z.optional(z.boolean()),
  timeout: z.optional(z.number()),
  autoRetry: z.optional(z.boolean()),
  httpCompleteResponse: z.optional(z.boolean()),
});

export type ProxyOptions = z.infer<typeof ProxyOptionsSchema>;

/** Reads the options that came over a wire; undefined where they are not usable. A bare text is a URL. */
export function parseProxyOptions(options: unknown): ProxyOptions | undefined {
  const parsed = ProxyOptionsSchema.safeParse(typeof options === 'string' ? { url: options } : options);
  return parsed.success ? parsed.data : undefined;
}

/** The HTTP method in capitals. */
export function methodOf(options: ProxyOptions): string {
  return (options.type ?? options.method ?? 'GET').toUpperCase();
}
