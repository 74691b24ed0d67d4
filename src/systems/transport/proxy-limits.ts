import type { ZafRequest } from '../zendesk/zaf-client.ts';
import type { SystemRequest } from './transport.ts';

/**
 * What Zendesk's proxy can carry, in one place. What Zendesk does not document is counted on as little as its own apps do.
 * Sources: https://developer.zendesk.com/documentation/apps/app-developer-guide/making-api-requests-from-a-zendesk-app/ (no underscores in header names,
 * no binary files, secure settings); the rest is our own caution.
 */
export const proxyLimits = {
  /** Bytes of a body that may be sent. */
  largestBody: 1_000_000,
  /** Characters of an answer that are read. */
  largestAnswer: 5_000_000,
  /** Milliseconds that an answer may take, where nothing else is said: more is not to be counted on. */
  deadline: 30_000,
  /** No setting makes it wait longer than this. */
  longestDeadline: 60_000,
} as const;

type Outgoing = {
  readonly request: SystemRequest;
  readonly zaf: ZafRequest;
  /** `https://api.stripe.com`; empty for Zendesk, whose addresses are relative. */
  readonly origin: string;
};

/**
 * Why a request must not be handed to the proxy, in words for whoever wrote it; undefined where nothing is in the way. Such a request is a mistake in the
 * app or in the description of a system, and nothing of it is sent. No value of it is repeated.
 */
export function brokenLimit(outgoing: Outgoing): string | undefined {
  return checks.map((check) => check(outgoing)).find((problem) => problem !== undefined);
}

type Check = (outgoing: Outgoing) => string | undefined;

const checks: readonly Check[] = [
  checkAddress,
  checkHeaderNames,
  checkHeaderValues,
  checkPlaceholders,
  checkContent,
  checkBodySize,
  checkDeadline,
];

/** Nothing but the configured host is ever reached, whatever stands in a path. */
function checkAddress({ request, zaf, origin }: Outgoing): string | undefined {
  if (!/^\/(?![/\\])/.test(request.path)) return 'its path does not begin with one “/”';
  if (/[\s\\]/.test(request.path)) return 'its path holds a blank or a backslash';
  const base = origin === '' ? 'https://zendesk.invalid' : origin;
  const url = URL.parse(zaf.url, base);
  const configured = URL.parse(base);
  if (url === null || configured === null || configured.protocol !== 'https:')
    return 'its address is no https address';
  if (url.origin !== configured.origin || url.username !== '' || url.password !== '')
    return 'its address leaves the host of its system';
  if (origin !== '' && /(^|\.)zendesk\.com$/i.test(configured.hostname))
    return 'another Zendesk account cannot be reached through the proxy';
  return undefined;
}

function checkHeaderNames({ zaf }: Outgoing): string | undefined {
  const names = Object.keys(zaf.headers ?? {});
  const underscored = names.find((name) => name.includes('_'));
  if (underscored !== undefined) return `the name of the header ${underscored} has an underscore`;
  return names.every((name) => /^[A-Za-z0-9-]+$/.test(name)) ? undefined : 'the name of a header is not one';
}

/** A line break would begin another header. */
function checkHeaderValues({ zaf }: Outgoing): string | undefined {
  const broken = Object.entries(zaf.headers ?? {}).find(([, value]) =>
    /[^\t\u0020-\u007e\u00a0-\u00ff]/.test(value),
  );
  return broken && `the header ${broken[0]} holds a character that no header may hold`;
}

const placeholder = /\{\{\s*(?:setting|basic_auth|jwt|oauth)\b/i;

/** Secrets stand in headers that are named as such, go to the system of the settings only, and never to Zendesk itself. */
function checkPlaceholders({ request, zaf, origin }: Outgoing): string | undefined {
  const secrets = Object.keys(request.secrets ?? {});
  if (origin === '' && secrets.length > 0) return 'a secret must never be sent to Zendesk itself';
  if (secrets.length > 0 && zaf.secure !== true) return 'its secrets are not marked as secure';
  if (Object.values(request.secrets ?? {}).some((value) => !placeholder.test(value)))
    return 'a secret is not the placeholder of a secure setting';
  if (Object.values(request.headers ?? {}).some((value) => placeholder.test(value)))
    return 'a placeholder stands in a header that is not one of its secrets';
  if (placeholder.test(safeDecode(zaf.url))) return 'a placeholder stands in its address';
  return origin !== '' && placeholder.test(safeDecode(zaf.data ?? ''))
    ? 'a placeholder stands in its body'
    : undefined;
}

const textTypes = /^(?:application\/(?:[\w.+-]*json|x-www-form-urlencoded)|text\/plain)\b/i;

function checkContent({ zaf }: Outgoing): string | undefined {
  const headers = new Map(
    Object.entries(zaf.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const accept = headers.get('accept') ?? '';
  if (/event-stream/i.test(accept)) return 'the proxy cannot stream an answer';
  if (/octet-stream|image\/|application\/pdf/i.test(accept)) return 'the proxy cannot carry a binary answer';
  const type = headers.get('content-type') ?? zaf.contentType;
  if (type !== undefined && !textTypes.test(type)) return 'the proxy carries JSON, forms and plain text only';
  return /^\s*\{.*"stream"\s*:\s*true/s.test((zaf.data ?? '').slice(0, 2_000)) && isModel(zaf.url)
    ? 'the proxy cannot stream an answer'
    : undefined;
}

/** Only a model takes “stream” for a wish; elsewhere it may be the name of a field. */
const isModel = (url: string): boolean => url.includes('/v1/messages');

function checkBodySize({ zaf: { data = '' } }: Outgoing): string | undefined {
  const bytes = data.length * 3 <= proxyLimits.largestBody ? 0 : new TextEncoder().encode(data).length;
  return bytes > proxyLimits.largestBody
    ? `its body is larger than ${proxyLimits.largestBody / 1_000_000} MB (${(bytes / 1_000_000).toFixed(1)} MB); a smaller picture or a shorter text may do`
    : undefined;
}

function checkDeadline({ zaf: { timeout = 0 } }: Outgoing): string | undefined {
  return timeout > 0 && timeout <= proxyLimits.longestDeadline
    ? undefined
    : 'its deadline is longer than a minute, or none at all';
}

function safeDecode(text: string): string {
  return text
    .replace(/%7b/gi, '{')
    .replace(/%7d/gi, '}')
    .replace(/%20|\+/g, ' ');
}
