import type { ShopifyAddress } from './shopify-schemas.ts';

/** The address in one line, as far as it is filled in. */
export function addressLine(address: ShopifyAddress): string {
  const name = [address.firstName, address.lastName].filter(Boolean).join(' ');
  const parts = [
    name,
    address.company,
    address.address1,
    address.address2,
    address.city,
    address.provinceCode,
    address.zip,
    address.countryCodeV2,
  ];
  return parts.filter(Boolean).join(', ');
}
