import type { FakeRequest } from './fakes/fake.ts';
import { outgoingRequest } from './proxy/outgoing-request.ts';
import { proxyAnswer, proxyRefusal, type Outcome, type ProxyAnswer } from './proxy/proxy-answer.ts';
import { parseProxyOptions, type ProxyOptions } from './proxy/proxy-options.ts';
import { fillSecureSettings, type Vault } from './proxy/secure-settings.ts';

/** Who makes a request: the agent who is logged in, whose rights count at Zendesk. */
export type Caller = { readonly userId: number };

/** Plays Zendesk's proxy behind `client.request`. Never throws for what a request or a system does. */
export type Proxy = (options: unknown, caller: Caller) => Promise<ProxyAnswer>;

export type ProxyParts = {
  /** The account's own host, such as `signoff-desk.zendesk.com`: relative URLs go there with the caller's identity. */
  readonly zendeskHost: string;
  /** The manifest's `domainWhitelist`, with the host of the shop. */
  readonly allowedHosts: () => readonly string[];
  readonly vault: () => Vault;
  /** Sends a request on; `caller` only where the system is Zendesk itself. */
  readonly send: (request: FakeRequest, caller: Caller | undefined) => Promise<Outcome>;
  /** Looks at a request before it goes anywhere; problems refuse it with 400. */
  readonly check: (options: ProxyOptions) => readonly string[];
  /** Told about everything that passed or was refused. */
  readonly noticed: (exchange: Exchange) => void;
};

/** One request of the app with what came of it. Secrets never stand in it: the URL is the one that the app wrote. */
export type Exchange = {
  readonly caller: Caller;
  readonly options: ProxyOptions | undefined;
  readonly answer: ProxyAnswer;
  readonly milliseconds: number;
  /** What is wrong with the request itself, in words for the developer. */
  readonly problems: readonly string[];
};

/** Makes the one implementation of Zendesk's proxy that the desk and the tests use. */
export function createProxy(parts: ProxyParts): Proxy {
  return async (given, caller) => {
    const began = performance.now();
    const options = parseProxyOptions(given);
    const { answer, problems } = await answerOf(parts, options, caller);
    parts.noticed({ caller, options, answer, milliseconds: performance.now() - began, problems });
    return answer;
  };
}

type Answered = { readonly answer: ProxyAnswer; readonly problems: readonly string[] };

async function answerOf(
  parts: ProxyParts,
  options: ProxyOptions | undefined,
  caller: Caller,
): Promise<Answered> {
  if (options === undefined || !URL.canParse(options.url, `https://${parts.zendeskHost}`)) {
    return refused(400, ['Proxy error: Invalid request']);
  }
  if (options.cors === true)
    return refused(0, ['“cors: true” leaves the proxy: the browser would send the request itself']);
  const problems = parts.check(options);
  if (problems.length > 0) return refused(400, problems);
  const request = outgoingRequest(options, `https://${parts.zendeskHost}`);
  if (request.url.host === parts.zendeskHost) {
    return { answer: proxyAnswer(await parts.send(request, caller)), problems: [] };
  }
  return foreign(parts, { request, isSecure: options.secure === true });
}

type Foreign = { readonly request: FakeRequest; readonly isSecure: boolean };

async function foreign(parts: ProxyParts, { request, isSecure }: Foreign): Promise<Answered> {
  const { host } = request.url;
  if (host.endsWith('.zendesk.com')) return refused(403, [`${request.url.href} is not a proxyable URI`]);
  if (!parts.allowedHosts().includes(host))
    return refused(403, [`${host} is not in the domainWhitelist of manifest.json`]);
  const filled = isSecure ? fillSecureSettings(request, parts.vault()) : { request, notFilled: [] };
  return { answer: proxyAnswer(await parts.send(filled.request, undefined)), problems: filled.notFilled };
}

function refused(status: number, problems: readonly string[]): Answered {
  return { answer: proxyRefusal(status, problems.join('\n')), problems };
}
