/**
 * What we use of Zendesk's app framework client, typed by hand: the SDK ships no types.
 * Source: https://developer.zendesk.com/api-reference/apps/apps-core-api/client_api/
 */
export interface ZafClient {
  get(paths: readonly string[]): Promise<ZafBulk>;
  set(values: Readonly<Record<string, unknown>>): Promise<ZafBulk>;
  invoke(method: string, ...parameters: readonly unknown[]): Promise<ZafBulk>;
  request(options: ZafRequest): Promise<unknown>;
  on(event: string, handler: (data?: unknown) => unknown): void;
  off(event: string, handler: (data?: unknown) => unknown): void;
  context(): Promise<ZafContext>;
  metadata(): Promise<ZafMetadata>;
}

/** Bulk calls resolve with their errors inside, by path. */
export type ZafBulk = Readonly<Record<string, unknown>> & {
  readonly errors?: Readonly<Record<string, { readonly message?: string }>>;
};

export type ZafRequest = {
  readonly url: string;
  readonly type: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly data?: string;
  readonly contentType?: string;
  readonly dataType?: 'json' | 'text';
  readonly headers?: Readonly<Record<string, string>>;
  readonly secure?: boolean;
  readonly autoRetry: false;
  readonly httpCompleteResponse: true;
  /** Milliseconds; a hint to the host, our own deadline counts. */
  readonly timeout?: number;
};

export type ZafContext = {
  readonly product: string;
  readonly account: { readonly subdomain: string };
  readonly location: string;
  readonly ticketId?: number | string;
};

export type ZafMetadata = {
  readonly appId: number | string;
  readonly installationId: number | string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly version?: string;
};
