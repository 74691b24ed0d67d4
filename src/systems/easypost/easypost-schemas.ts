import * as z from 'zod/mini';

const text = z.nullish(z.string());
/** EasyPost writes amounts as text (`100.00`, `100.00000`) or as a number. */
const amount = z.union([z.string(), z.number()]);

/** Only what is read. Source: https://docs.easypost.com/docs/trackers, "Tracker object" */
const tracker = z.object({
  id: z.string(),
  tracking_code: z.string(),
  status: z.string(),
  status_detail: text,
  carrier: text,
  est_delivery_date: text,
  public_url: text,
  /** Only where the label was bought with EasyPost. */
  shipment_id: text,
  signed_by: text,
  tracking_details: z.array(z.object({ status: text, datetime: text })),
});

/** Source: https://docs.easypost.com/docs/insurance/claims, "Claim object" */
const claim = z.object({
  id: z.string(),
  tracking_code: z.string(),
  type: z.string(),
  status: z.string(),
  status_detail: text,
  requested_amount: z.nullish(amount),
  approved_amount: z.nullish(amount),
  description: text,
  created_at: z.string(),
});

/** Source: https://docs.easypost.com/docs/insurance, "Insurance object" */
const insurance = z.object({
  id: z.string(),
  tracking_code: text,
  amount,
  status: z.string(),
  reference: text,
  shipment_id: text,
  created_at: z.string(),
});

/** Source: https://docs.easypost.com/docs/shipments, "Shipment object" */
const shipment = z.object({
  id: z.string(),
  tracking_code: text,
  /** Null until a refund of the label was asked for. */
  refund_status: text,
  /** What it is insured for, where it is. */
  insurance: z.nullish(amount),
  selected_rate: z.nullish(z.object({ rate: amount, currency: text })),
  created_at: z.string(),
});

export const easyPostSchemas = {
  tracker,
  claim,
  claims: z.object({ claims: z.array(claim), has_more: z.boolean() }),
  insurance,
  insurances: z.object({ insurances: z.array(insurance), has_more: z.boolean() }),
  shipment,
};

export type Tracker = z.infer<typeof tracker>;
export type Claim = z.infer<typeof claim>;
export type Insurance = z.infer<typeof insurance>;
export type Shipment = z.infer<typeof shipment>;
