/** An address as EasyPost takes it. Source: https://docs.easypost.com/docs/addresses */
export type PostalAddress = {
  readonly name: string;
  readonly street1: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
};

/** Reads `Sample Shop, 1 Example Street, Springfield, IL, 62701, US`; undefined for any other form, so that nothing is guessed. */
export function readPostalAddress(line: string | undefined): PostalAddress | undefined {
  const parts = (line ?? '').split(',').map((part) => part.trim());
  const [name = '', street1 = '', city = '', state = '', zip = '', country = ''] = parts;
  const isWhole = parts.length === 6 && parts.every((part) => part !== '') && /^[A-Z]{2}$/.test(country);
  return isWhole ? { name, street1, city, state, zip, country } : undefined;
}
