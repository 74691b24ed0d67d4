/** How often something may happen in a stretch of time. */
export type Limit = { readonly most: number; readonly seconds: number };

/**
 * Zendesk's limits that an app meets first: 100 requests a minute per user and app, 30 updates in 10 minutes per ticket and
 * user. Source: https://developer.zendesk.com/api-reference/introduction/rate-limits/
 */
export const zendeskLimits = {
  requests: { most: 100, seconds: 60 },
  ticketUpdates: { most: 30, seconds: 600 },
} as const satisfies Record<string, Limit>;

export type RateCounter = { take(what: string, limit: Limit): number | undefined };

/** Counts by name; answers the seconds to wait where the limit is reached, and undefined where it is not. */
export function createRateCounter(now: () => string): RateCounter {
  const taken = new Map<string, number[]>();
  return {
    take(what, limit) {
      const at = Date.parse(now());
      const since = at - limit.seconds * 1000;
      const recent = (taken.get(what) ?? []).filter((time) => time > since);
      taken.set(what, recent);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= limit.most)
        return Math.max(1, Math.ceil((oldest - since) / 1000));
      recent.push(at);
      return undefined;
    },
  };
}
