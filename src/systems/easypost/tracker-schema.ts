import * as z from 'zod/mini';

const text = z.nullish(z.string());

/** Only what is read. Source: https://docs.easypost.com/docs/trackers, "Tracker object" */
export const trackerSchema = z.object({
  id: z.string(),
  tracking_code: z.string(),
  status: z.string(),
  status_detail: text,
  carrier: text,
  est_delivery_date: text,
  public_url: text,
  tracking_details: z.array(z.object({ status: text, datetime: text })),
});

export type Tracker = z.infer<typeof trackerSchema>;
