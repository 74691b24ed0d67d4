import type { AuditFinding } from '../audit-result.ts';
import { factOf } from './document-facts.ts';
import type { HeaderEntry } from './front-matter.ts';
import type { ProseDocument } from './prose-document.ts';

/** Points that are missing. Source: docs/audit.md. */
const costs = { noLink: 0.4, noPolicy: 0.2 };

const link = /\]\([^()\s]|\]:\s*\S|https?:\/\/[^\s<>()"'|]/;
const policy =
  /polic(?:y|ies)|\bterms\b|\bslas?\b|regulation|\blegal\b|agreement|contract|standard|gdpr|\blaws?\b|compliance|\bcontrolled\b/i;

/** Whether it links to what it rests on: a policy, terms, a standard. */
export function findEvidence(
  { title, text, bodyFrom }: ProseDocument,
  facts: readonly HeaderEntry[],
): readonly AuditFinding[] {
  const body = text.slice(bodyFrom);
  if (factOf(facts, /^(?:policy|policies|evidence|references?)$/)) return [];
  const linking = body.split(/[\r\n]+/).filter((line) => link.test(line));
  if (linking.some((line) => policy.test(line))) return [];
  const place = { from: title.from, to: title.to, dimension: 'currency' } as const;
  return linking.length > 0
    ? [
        {
          ...place,
          cost: costs.noPolicy,
          message: `No evidence: none of the links leads to a policy or to terms. ${addLink}`,
        },
      ]
    : [
        {
          ...place,
          cost: costs.noLink,
          message: `No evidence: there is no link to the policy that this rests on. ${addLink}`,
        },
      ];
}

const addLink = 'Link the policy, so that everybody sees when it changes.';
