/** `PARTIALLY_REFUNDED` as `partially refunded`. */
export const wordsOf = (status: string | null): string | undefined =>
  status?.toLowerCase().replaceAll('_', ' ');
