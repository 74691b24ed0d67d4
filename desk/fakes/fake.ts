/** A request as it arrives at an outside system, secrets filled in. */
export type FakeRequest = {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};

export type FakeResponse = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * A stand-in for one outside system: it keeps state and enforces that system's own rules. It knows nothing of where it runs:
 * the desk's server and the tests call the same function.
 */
export type Fake = {
  readonly system: string;
  /** Whether a host is this system's. */
  answersFor(host: string): boolean;
  handle(request: FakeRequest): FakeResponse;
};

export function jsonResponse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): FakeResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
