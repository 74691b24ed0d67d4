import type { Account, Agent } from './account.ts';
import { readPath } from './read-path.ts';
import { invokeMethod } from './invoke-method.ts';
import { SurfaceError } from './surface-error.ts';
import { writePath } from './write-path.ts';
import type { TicketTab } from './ticket-tab.ts';

/** What an app can get, set and invoke while a ticket is open. Source: docs/zendesk.md, "ticket_sidebar". */
export type Surface = {
  get(paths: readonly string[]): BulkResult;
  set(values: Readonly<Record<string, unknown>>): BulkResult;
  invoke(methods: Readonly<Record<string, readonly unknown[]>>): BulkResult;
};

/** Results by path, and the errors of those paths that failed: bulk calls resolve with their errors inside. */
type BulkResult = Readonly<Record<string, unknown>> & {
  readonly errors: Readonly<
    Record<string, { readonly name: string; readonly message: string; readonly path: string }>
  >;
};

/** Everything around the ticket that the app can see or change. */
export type Surroundings = {
  readonly account: Account;
  readonly agent: Agent;
  readonly tab: TicketTab;
  readonly colorScheme: () => 'light' | 'dark';
  readonly assetUrl: (file: string) => string;
  readonly instances: () => Readonly<
    Record<string, { readonly instanceGuid: string; readonly location: string }>
  >;
  readonly notify: (
    text: string,
    kind: 'notice' | 'alert' | 'error',
    milliseconds: number | undefined,
  ) => void;
  readonly routeTo: (place: string, id: unknown) => void;
  readonly resize: (size: unknown) => void;
};

/** The app framework's calls on one open ticket. */
export function createSurface(around: Surroundings): Surface {
  return {
    get: (paths) => bulk(paths.map((path) => [path, () => readPath(path, around)] as const)),
    set: (values) =>
      bulk(
        Object.entries(values).map(([path, value]) => [path, () => writePath(path, value, around)] as const),
      ),
    invoke: (methods) =>
      bulk(
        Object.entries(methods).map(
          ([method, given]) => [method, () => invokeMethod(method, given, around)] as const,
        ),
      ),
  };
}

function bulk(calls: readonly (readonly [string, () => unknown])[]): BulkResult {
  const results: Record<string, unknown> = {};
  const errors: Record<string, { name: string; message: string; path: string }> = {};
  for (const [path, run] of calls) {
    try {
      results[path] = run();
    } catch (error) {
      if (!(error instanceof SurfaceError)) throw error;
      errors[path] = { name: error.name, message: error.message, path };
    }
  }
  return { ...results, errors };
}
