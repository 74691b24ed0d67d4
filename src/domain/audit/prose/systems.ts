import type { Span } from '../../facts/problem.ts';
import { wordSet } from './instruction-words.ts';
import type { Sentence, Word } from './sentence.ts';

/** Systems that support teams work in, as they are written in lower case. */
const knownSystems = wordSet(`
  zendesk shopify stripe salesforce hubspot easypost slack jira github gitlab confluence notion pagerduty kibana
  grafana sentry intercom freshdesk netsuite quickbooks paypal adyen klarna braintree magento woocommerce bigcommerce
  fedex dhl ups usps recharge looker snowflake tableau zoom gmail outlook mailgun sendgrid mailchimp twilio okta
  cloudflare aws azure asana trello airtable discord zuora chargebee marketo klaviyo datadog opsgenie statuspage
  servicenow workday docusign gainsight vitally sap oracle
`);

/** Zendesk is where the work is done, and a message that is not sent is seen: their failure needs no path of its own. */
const withoutFailure = wordSet('zendesk slack zoom gmail outlook discord gitlab github google');

/** Words of their own as well: names only with a capital. */
const ambiguous = wordSet('notion ups recharge oracle sentry workday stripe looker intercom sap tableau');

const places = wordSet('in into from via using');
const kindsOfSystem = wordSet('site website portal api dashboard console backend');
const notSystems = wordSet(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december english i tier step section level legal finance sales support payments billing vip pto
  chrome firefox safari europe emea amer apac us uk eu utc est pst hold pending open solved new
`);

/** A system that an SOP works in. */
export type NamedSystem = Span & {
  /** As it is compared: in lower case, `carrier` for “the carrier’s site”. */
  readonly key: string;
};

/** Whether a word in lower case is the name of a system. */
export function isKnownSystem(lower: string): boolean {
  return knownSystems.has(lower.replace(/'s$/, ''));
}

/** The systems that a sentence speaks of and that can fail: known ones, “the carrier’s site”, and “search in Parcelbase”. */
export function findSystems({ words }: Sentence): readonly NamedSystem[] {
  return words.flatMap((word, at) => systemAt(words, word, at) ?? []);
}

function systemAt(words: readonly Word[], word: Word, at: number): NamedSystem | undefined {
  const key = word.lower.replace(/'s$/, '');
  const { from, to } = word;
  if (withoutFailure.has(key) || notSystems.has(key)) return undefined;
  if (isKnownSystem(key) && !(ambiguous.has(key) && /^\p{Ll}/u.test(word.written))) return { key, from, to };
  const before = words[at - 1];
  if (!before) return undefined;
  if (
    kindsOfSystem.has(key) &&
    /^\p{L}/u.test(before.written) &&
    !/^(?:the|a|an|this|our|your|that|any|web|public)$/.test(before.lower)
  )
    return { key: before.lower.replace(/'s$/, ''), from: before.from, to };
  const isPlace = places.has(before.lower) && /^\p{Lu}[\p{Ll}\p{Lu}]+$/u.test(word.written);
  return isPlace && !words[at + 1]?.written.match(/^(?:\p{Lu}|Team|channel)/u)
    ? { key, from, to }
    : undefined;
}
