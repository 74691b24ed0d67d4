import { quoted } from '../facts/found-problem.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import type { Findings } from './api-problem.ts';

const form =
  /^(?<scheme>[a-z][a-z0-9+.-]*):\/\/(?<authority>[^/?#\\]*)(?<path>\/[^?#\\]*)?(?<rest>[?#\\].*)?$/i;
const hostForm =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** What a browser would read as an address of numbers. Source: https://url.spec.whatwg.org/#ends-in-a-number-checker */
const endsInNumber = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/i;
/** Names that are given inside of networks. Sources: RFC 6761, RFC 6762, RFC 8375, and what companies use. */
const inside = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|arpa)$/;
const segment = /^[A-Za-z0-9._~-]+$/;

/** Where every request goes. */
export type ApiBase = { readonly host: string; readonly basePath: string };

/** Reads `https://api.depot.example/v1`. Any other scheme, a port, a sign-in, a query, a number or an inner name is refused. */
export function readBase(text: PlacedText, findings: Findings): ApiBase | undefined {
  const { scheme = '', authority = '', path = '', rest } = form.exec(text.text)?.groups ?? {};
  const problem = schemeProblem(scheme) ?? hostProblem(authority) ?? pathProblem(path, rest);
  if (problem === undefined) return { host: authority.toLowerCase(), basePath: path.replace(/\/$/, '') };
  findings.error(text.span, {
    id: 'api-address',
    message: `${quoted(text.text)} cannot be the base: ${problem}`,
    values: { base: text.text.slice(0, 300) },
  });
  return undefined;
}

function schemeProblem(scheme: string): string | undefined {
  if (scheme === '') return 'write the whole address, such as “https://api.depot.example/v1”.';
  return scheme.toLowerCase() === 'https' ? undefined : 'it has to begin with “https://”.';
}

function hostProblem(authority: string): string | undefined {
  if (authority.includes('@')) return 'a name or password does not belong there; use “secret”.';
  if (authority.startsWith('[') || endsInNumber.test(authority)) return 'it needs a name, not a number.';
  if (authority.includes(':')) return 'a port is not allowed.';
  const host = authority.toLowerCase();
  if (inside.test(host)) return 'that is a name inside of a network, which Zendesk cannot reach.';
  if (!hostForm.test(host)) return 'that is not the name of a host, such as “api.depot.example”.';
  return /(?:^|\.)(?:zendesk|zdassets)\.com$/.test(host) ? 'Zendesk itself is a system already.' : undefined;
}

function pathProblem(path: string, rest: string | undefined): string | undefined {
  if (rest !== undefined) return 'a query or “#” does not belong there.';
  const segments = path.replace(/\/$/, '').split('/').slice(1);
  const isPlain = segments.every((one) => segment.test(one) && one !== '.' && one !== '..');
  return isPlain ? undefined : 'its path has something else than plain names between “/”.';
}
