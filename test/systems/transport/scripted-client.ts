import type { ZafClient, ZafRequest } from '../../../src/systems/zendesk/zaf-client.ts';

/** What the proxy gives for one request: an answer, a rejection, or nothing ever. */
export type Turn = { readonly resolves: unknown } | { readonly rejects: unknown } | { readonly never: true };

export type ScriptedClient = Pick<ZafClient, 'request'> & { readonly requests: ZafRequest[] };

/** A client that answers in turn, and shows what it was asked. */
export function scriptedClient(...turns: readonly Turn[]): ScriptedClient {
  const requests: ZafRequest[] = [];
  return {
    requests,
    request: (request) => {
      const turn = turns[requests.length] ?? turns.at(-1);
      requests.push(request);
      if (turn === undefined || 'never' in turn) return new Promise(() => undefined);
      // The framework rejects with plain objects.
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors
      return 'resolves' in turn ? Promise.resolve(turn.resolves) : Promise.reject(turn.rejects);
    },
  };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  statusText: 'OK',
  responseText: JSON.stringify(body),
  responseJSON: body,
  headers,
});

export const answers = (body: unknown, headers: Record<string, string> = {}): Turn => ({
  resolves: json(200, body, headers),
});
export const refuses = (status: number, body: unknown = {}, headers: Record<string, string> = {}): Turn => ({
  rejects: { ...json(status, body, headers), statusText: 'error', readyState: 4 },
});
export const networkError: Turn = {
  rejects: { status: 0, statusText: 'error', responseText: '', readyState: 0 },
};
