import { dayNumber } from '../../facts/calendar.ts';
import type { IsoDate } from '../../facts/value.ts';
import type { AuditFinding } from '../audit-result.ts';
import { factOf } from './document-facts.ts';
import { findEvidence } from './evidence.ts';
import type { HeaderEntry } from './front-matter.ts';
import { findOutdated } from './outdated.ts';
import type { ProseDocument } from './prose-document.ts';
import { findReview } from './review.ts';

/** Points that are missing. Source: docs/audit.md. */
const costs = { noOwner: 1.3, onlyArea: 0.7 };

/** Who answers for it, when it was looked at last, what it rests on, and what in it is past. */
export function auditCurrency(
  document: ProseDocument,
  facts: readonly HeaderEntry[],
  today: IsoDate,
): readonly AuditFinding[] {
  const day = dayNumber(today);
  return [
    ...findOwner(document, facts),
    ...findReview(document, facts, day),
    ...findEvidence(document, facts),
    ...findOutdated(document, day),
  ];
}

const ownerKeys =
  /^(?:owners?|owned by|(?:document|page|process|sop) owner|maintainers?|maintained by|responsible(?: team)?|accountable|dri|steward|authors?|contact|approver|approved by|reviewer|team)$/;
const areaKeys = /^(?:category|subcategory|area|department|group|section|tags?|product)$/;
const ownedInWords =
  /\b(?:owned|maintained|kept up[ -]to[ -]date|managed) by (?:the )?\S|\b(?:owns|maintains|maintaining|answers for|responsible for maintaining) this\b|\b(?:owner|maintainer|DRI) of this (?:page|document|sop|procedure|process|workflow)\b/i;

function findOwner(
  { title, masked, bodyFrom }: ProseDocument,
  facts: readonly HeaderEntry[],
): readonly AuditFinding[] {
  if (factOf(facts, ownerKeys) ?? ownedInWords.exec(masked.slice(bodyFrom))) return [];
  const place = { from: title.from, to: title.to, dimension: 'currency' } as const;
  const area = factOf(facts, areaKeys);
  if (!area) return [{ ...place, cost: costs.noOwner, message: `No owner: ${whoAnswers}` }];
  const words = `it is filed under “${area.words.slice(0, 60)}”, which is not somebody who answers for it.`;
  return [
    {
      ...place,
      from: area.from,
      to: area.to,
      cost: costs.onlyArea,
      message: `No owner: ${words} ${addOwner}`,
    },
  ];
}

const addOwner = 'Write “Owner:” with a team or a role.';
const whoAnswers = `nobody is named who answers for this SOP. ${addOwner}`;
