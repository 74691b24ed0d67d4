/** What a world puts into the depot: a service that no code of Signoff knows, described by `depot.api.yaml` alone. */
export type DepotSeed = {
  /** The key that requests must carry. */
  readonly key: string;
  readonly parcels: readonly DepotParcelSeed[];
};

export type DepotParcelSeed = {
  readonly number: string;
  /** The order as the shop writes it: `#1001`. */
  readonly order: string;
  readonly status: 'waiting' | 'held' | 'sent';
  /** ISO instant. */
  readonly arrivedAt: string;
  readonly kilograms: number;
  /** Decimal text, in euros. */
  readonly fee: string;
  readonly note?: string;
};
