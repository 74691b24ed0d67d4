import * as z from 'zod/mini';

const text = z.optional(z.string());
const address = z.optional(
  z.object({
    name: z.string(),
    street1: z.string(),
    city: z.string(),
    state: z.string(),
    zip: z.string(),
    country: z.string(),
  }),
);

export const claimBody = z.object({
  type: text,
  tracking_code: text,
  amount: text,
  description: text,
  contact_email: text,
  supporting_documentation_attachments: z.optional(z.array(z.string())),
});

export const insuranceBody = z.object({
  insurance: z.object({
    tracking_code: text,
    carrier: text,
    amount: text,
    reference: text,
    to_address: address,
    from_address: address,
  }),
});

export const insureShipmentBody = z.object({ amount: z.string() });

/** Reads the JSON of a request; undefined where it has another form. */
export function bodyOf<T>(body: string | undefined, schema: z.ZodMiniType<T>): T | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(body ?? ''));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
