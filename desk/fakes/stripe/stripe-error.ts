import { jsonResponse, type FakeResponse } from '../fake.ts';

/** An error in Stripe's form. Source: https://docs.stripe.com/api/errors */
export function stripeError(
  status: number,
  message: string,
  details: { readonly type?: string; readonly code?: string; readonly param?: string } = {},
): FakeResponse {
  const { type = 'invalid_request_error', ...rest } = details;
  return jsonResponse(status, { error: { type, message, ...rest } });
}
