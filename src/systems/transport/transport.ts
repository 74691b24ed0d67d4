import type { Failure } from '../../domain/run/events.ts';

/** One request to an outside system. Placeholders of secure settings stand in `secrets` alone; the proxy fills them in. */
export type SystemRequest = {
  readonly system: SystemName;
  /** What is attempted, in words that an error can use: `read orders`, `refund`. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Starts with `/`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: { readonly json: unknown } | { readonly form: Readonly<Record<string, string>> };
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers whose value holds a `{{setting.…}}` placeholder. */
  readonly secrets?: Readonly<Record<string, string>>;
  /**
   * What may be repeated by itself; on which answers and how often, `retry-table.ts` says. `read`: asking changes nothing. `same-key`:
   * the request carries a key, and the provider answers a known key with its first result. `same-effect`: done twice it leaves the
   * same state, because the record's id or the provider's key is ours and its errors are not kept. `same-values`: sets fields to values
   * that do not depend on what stood there. `unsent`: only where the answer says that nothing was done. `never`.
   */
  readonly repeat: 'read' | 'same-key' | 'same-effect' | 'same-values' | 'unsent' | 'never';
  /** What a person waits for goes before what is read ahead. */
  readonly priority: 'person' | 'background';
  /** Milliseconds after which nobody waits any more, where that is shorter than the deadline of the settings. */
  readonly deadline?: number;
};

/** `stripe`; or the name that an admin gave to a system that is described in the settings. */
export type SystemName = string;

/** The four outcomes of a request. `unknown` only for writes: it may have been carried out. */
export type SystemAnswer =
  | {
      readonly is: 'answered';
      readonly status: number;
      readonly body: unknown;
      readonly requestId: string | undefined;
      /** An earlier try of the same request had no clear answer: if this one says no, it is still open what came of that one. */
      readonly mayHaveHappenedBefore?: true;
    }
  /** The system said no; `status` 4xx with its own reason. */
  | { readonly is: 'refused'; readonly status: number; readonly body: unknown; readonly failure: Failure }
  /** Nothing was done: down, slow on a read, left alone for a while, not connected, a setting that is wrong, a limit of the proxy. */
  | { readonly is: 'unavailable'; readonly failure: Failure }
  | { readonly is: 'unknown'; readonly failure: Failure };

/** The one way out. Never throws. */
export interface Transport {
  send(request: SystemRequest): Promise<SystemAnswer>;
}
