import type { FakeResponse } from '../fake.ts';
import { stripeError } from './stripe-error.ts';

const metadataName = /^metadata\[([^\]]{1,40})\]$/;

/** Stripe refuses parameters that it does not know, by name. Metadata goes everywhere. */
export function refuseUnknown(
  form: URLSearchParams,
  isKnown: (name: string) => boolean,
): FakeResponse | undefined {
  const unknown = [...form.keys()].find((name) => !isKnown(name) && !metadataName.test(name));
  if (unknown === undefined) return undefined;
  return stripeError(400, `Received unknown parameter: ${unknown}`, {
    code: 'parameter_unknown',
    param: unknown,
  });
}

/** `metadata[ticket]=12` as `{ ticket: '12' }`. */
export function metadataOf(form: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]): [string, string][] => {
      const key = metadataName.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );
}
