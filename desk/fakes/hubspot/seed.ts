/** What a world puts into the fake of HubSpot. Values of properties are text, as HubSpot keeps them. */
export type HubspotSeed = {
  /** The token that requests must carry: `pat-…`. */
  readonly token: string;
  readonly portalId: number;
  readonly contacts: readonly HubspotRecordSeed[];
  readonly companies: readonly HubspotRecordSeed[];
  readonly deals: readonly HubspotRecordSeed[];
  readonly tickets: readonly HubspotRecordSeed[];
  readonly owners: readonly HubspotOwnerSeed[];
  /** Custom properties of the account. */
  readonly properties?: readonly HubspotPropertySeed[];
};

export type HubspotRecordSeed = {
  /** Digits. */
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Ids of the contacts and companies that it hangs on. */
  readonly contacts?: readonly string[];
  readonly companies?: readonly string[];
  /** ISO instant; default the first of the year. */
  readonly createdAt?: string;
};

export type HubspotOwnerSeed = {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
};

export type HubspotPropertySeed = {
  readonly object: 'contacts' | 'companies';
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'bool' | 'date' | 'datetime' | 'enumeration';
  readonly options?: readonly string[];
  readonly isReadOnly?: boolean;
};
