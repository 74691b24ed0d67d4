import type { ShopifyState } from './state.ts';

/** A shop of the advanced plan. Source: https://shopify.dev/docs/api/usage/rate-limits */
const mostPoints = 2_000;
const restoredPerSecond = 100;

type Cost = {
  readonly requestedQueryCost: number;
  readonly actualQueryCost: number | null;
  readonly throttleStatus: {
    readonly maximumAvailable: number;
    readonly currentlyAvailable: number;
    readonly restoreRate: number;
  };
};

/** Takes what a document costs out of the shop's bucket, which fills again with time; `isThrottled` where it does not hold as much. */
export function takePoints(
  { bucket }: ShopifyState,
  operation: 'query' | 'mutation',
  now: string,
): { readonly isThrottled: boolean; readonly cost: Cost } {
  const seconds = bucket.at === undefined ? 0 : (Date.parse(now) - Date.parse(bucket.at)) / 1000;
  bucket.points = Math.min(mostPoints, bucket.points + Math.max(seconds, 0) * restoredPerSecond);
  bucket.at = now;
  const requested = operation === 'mutation' ? 10 : 25;
  const isThrottled = bucket.points < requested;
  if (!isThrottled) bucket.points -= requested;
  return {
    isThrottled,
    cost: {
      requestedQueryCost: requested,
      actualQueryCost: isThrottled ? null : requested,
      throttleStatus: {
        maximumAvailable: mostPoints,
        currentlyAvailable: Math.floor(bucket.points),
        restoreRate: restoredPerSecond,
      },
    },
  };
}
