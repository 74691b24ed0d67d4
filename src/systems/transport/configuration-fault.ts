import { providerReason } from './provider-reason.ts';
import { guideOf, type SystemGuide } from './system-guide.ts';
import type { SystemName, SystemRequest } from './transport.ts';
import type { WireAnswer } from './wire-answer.ts';

type Answer = Extract<WireAnswer, { is: 'answer' }>;

/**
 * The sentence that names the setting and the fix, where a refusal is the fault of the settings: a key that is wrong, empty, expired or lacks a
 * right, a host that is not the customer's, a host that the package does not name. Undefined where it is not.
 */
export function configurationFault(request: SystemRequest, answer: Answer): string | undefined {
  const { system } = request;
  if (system === 'zendesk') return undefined;
  const guide = guideOf(system);
  if (isUndeclaredHost(answer)) return undeclaredHost(guide);
  if (answer.status === 401 || isEndedGrant(answer)) return wrongKey(guide);
  if (answer.status === 403 && isAboutRights(system, answer)) {
    const { body, status } = answer;
    return missingRight(guide, { said: providerReason(body, request), body, status });
  }
  return isWrongHost(system, answer) ? wrongHost(guide, answer.status) : undefined;
}

/** The same for a system that says in an answer of its own, under status 200, that a right is lacking. */
export function lackingRight(system: SystemName, body: unknown): string {
  return missingRight(guideOf(system), { said: providerReason(body), body });
}

/** A redirect of a system with a host per customer: its API has none, so the host is another one and did nothing. */
export function isRedirect({ system }: Pick<SystemRequest, 'system'>, { status }: Answer): boolean {
  return hasHostOfItsOwn(system) && [301, 302, 307, 308].includes(status);
}

/** What to look at where nothing, or a page, comes from a host that a setting names. Empty for the others. */
export function hostHint(system: SystemName): string {
  const { host } = guideOf(system);
  return host === undefined
    ? ''
    : ` If this stays so, check the setting ${host.setting}: it needs ${host.needs}.`;
}

/** What Zendesk's proxy says of a host that is not in the package, as far as it is known. Plain text, and never a system's own answer. */
function isUndeclaredHost({ status, isReadable, text }: Answer): boolean {
  return [400, 403, 422].includes(status) && !isReadable && proxyWords.test(text.slice(0, 500));
}
const proxyWords = /domain_?whitelist|not a proxyable uri|^\s*proxy error/i;

const undeclaredHost = ({ name, host }: SystemGuide): string => {
  const check = host === undefined ? '' : `check the setting ${host.setting}, and `;
  return `Zendesk lets the app reach only hosts that its package names (domainWhitelist in manifest.json), and the host of ${name} is not among them. An admin can ${check}have the package made again with this host and upload it.`;
};

/** Salesforce's refresh token was revoked or has expired; Zendesk's proxy passes on what the token endpoint said. */
function isEndedGrant({ status, body }: Answer): boolean {
  const error = status === 400 && isRecord(body) ? body['error'] : undefined;
  return typeof error === 'string' && ['invalid_grant', 'inactive_user', 'invalid_client'].includes(error);
}

/** What a system says about a wrong key may quote the key, so it is never repeated. */
function wrongKey({ name, key }: SystemGuide): string {
  const refused = `${name} did not accept the sign-in.`;
  if (key === undefined) return refused;
  return `${refused} The setting ${key.setting} is empty, wrong or no longer valid. It needs ${key.needs}.`;
}

/** Salesforce says 403 of a limit that is used up as well; an API that an admin has described may mean anything by it. */
function isAboutRights(system: SystemName, { body }: Answer): boolean {
  if (guideOf(system).rights === undefined) return false;
  return !(
    Array.isArray(body) && body.some((one) => isRecord(one) && one['errorCode'] === 'REQUEST_LIMIT_EXCEEDED')
  );
}

type Denial = { readonly body: unknown; readonly said: string | undefined; readonly status?: number };

function missingRight({ name, key, rights }: SystemGuide, { body, said, status }: Denial): string {
  const named = namedRights(body);
  const what = named.length > 0 ? named.join(', ') : rights;
  const words = named.length > 0 || said === undefined ? '' : ` ${name} says: ${endSentence(said)}`;
  const code = status === undefined ? '' : ` (${status})`;
  return `${name} does not allow this${code}: what the setting ${key?.setting ?? name} holds lacks a right. It needs ${what ?? 'more rights'}.${words}`;
}

/**
 * The rights that a refusal names. Stripe: “Having the 'rak_charge_read' permission would allow this request”. HubSpot: `errors[].context`
 * with `requiredScopes` or `requiredGranularScopes`. Shopify: “merchant approval for read_orders scope”.
 * Sources: https://github.com/stripe/stripe-node/issues/2246, https://github.com/HubSpot/hubspot-api-nodejs/issues/268
 */
function namedRights(body: unknown): readonly string[] {
  const text = JSON.stringify(body ?? '').slice(0, 4000);
  const stripe = text.match(/\brak_[a-z_]+/g) ?? [];
  const shopify = [...text.matchAll(/\b((?:read|write)_[a-z_]+)\W{0,3} (?:access )?scope/g)].map(
    ([, scope]) => scope,
  );
  const hubspot = [...text.matchAll(/"required(?:Granular)?Scopes":\[([^\]]*)\]/g)].flatMap(([, list]) =>
    [...(list ?? '').matchAll(/"([\w.-]+)"/g)].map(([, scope]) => scope),
  );
  return [...new Set([...stripe, ...shopify, ...hubspot])].filter((right) => right !== undefined).slice(0, 6);
}

const hasHostOfItsOwn = (system: SystemName): boolean => system === 'shopify' || system === 'salesforce';

/** Shopify has one address for everything, so “not found” is the shop; 402 is a shop that is frozen. */
function isWrongHost(system: SystemName, answer: Answer): boolean {
  if (isRedirect({ system }, answer)) return true;
  if (system === 'shopify') return [402, 404, 423].includes(answer.status);
  return system === 'salesforce' && answer.status === 404 && !answer.isReadable;
}

function wrongHost({ name, host }: SystemGuide, status: number): string {
  if (host === undefined) return `${name} is not at the host of the settings.`;
  const found =
    status === 402 || status === 423
      ? `The shop is closed or frozen (${status})`
      : `There is no ${name} at this host (${status})`;
  return `${found}. Check the setting ${host.setting}: it needs ${host.needs}.`;
}

const endSentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
