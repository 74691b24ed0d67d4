import { quoted } from '../../facts/found-problem.ts';
import { quotedProse } from './quoted-prose.ts';
import type { AuditFinding } from '../audit-result.ts';
import { findDates } from './find-dates.ts';
import type { ProseDocument } from './prose-document.ts';

/** Points for each, and for all of a kind together at most. Source: docs/audit.md. */
const costs = {
  placeholder: { each: 0.25, most: 0.8 },
  deprecated: { each: 0.8, most: 0.8 },
  past: { each: 0.3, most: 0.6 },
};

const placeholder =
  /\b(?:TODO|TBD|TBA|FIXME|XXX|to be (?:determined|decided|defined|written|confirmed|added)|coming soon|lorem ipsum|fill (?:this )?in later|work in progress)\b|\?\?\?/g;
const deprecated =
  /\b(?:(?:[Tt]his|[Tt]he) (?:page|document|sop|procedure|process|workflow|section) (?:is|has been) (?:now )?(?:outdated|out of date|obsolete|deprecated|superseded|archived|retired|no longer (?:used|maintained|valid))|DEPRECATED)\b/g;
const validity =
  /\b(?:until|through|till|up to|valid to|expires?(?: on)?|ends?(?: on)?|deadline|no later than|as of|by)\b/i;

/** Placeholders, notices that the document is out of date, and sentences that held until a day that is past. */
export function findOutdated(document: ProseDocument, today: number): readonly AuditFinding[] {
  return [
    ...findMatches(document, placeholder, {
      ...costs.placeholder,
      says: 'was never filled in. Write it, or take it out.',
    }),
    ...findMatches(document, deprecated, {
      ...costs.deprecated,
      says: 'says that this is out of date. Bring it up to date, or retire it.',
    }).slice(0, 1),
    ...findPast(document, today),
  ];
}

function findMatches(
  { masked, text }: ProseDocument,
  pattern: RegExp,
  found: { readonly each: number; readonly most: number; readonly says: string },
): readonly AuditFinding[] {
  const matches = [...masked.matchAll(pattern)];
  const cost = Math.min(found.each, found.most / matches.length);
  return matches.map(({ 0: words, index: from }) => {
    const to = from + words.length;
    return {
      from,
      to,
      dimension: 'currency',
      cost,
      message: `${quotedProse(text, { from, to })} ${found.says}`,
    };
  });
}

function findPast({ sentences, text }: ProseDocument, today: number): readonly AuditFinding[] {
  const past = sentences.flatMap((sentence) => {
    if (!validity.test(sentence.text) || /\b(?:example|e\.g)\b/i.test(sentence.text)) return [];
    const dates = findDates(sentence.text);
    const isPast = dates.length > 0 && dates.every(({ day }) => day < today);
    return isPast ? [{ ...sentence, last: dates.at(-1) }] : [];
  });
  const cost = Math.min(costs.past.each, costs.past.most / past.length);
  return past.map(({ from, to, last }) => {
    const date = last ? quoted(text.slice(from + last.from, from + last.to)) : 'the date';
    const message = `${date} is past. Check whether this still holds, and write what holds now.`;
    return { from, to, dimension: 'currency', cost, message };
  });
}
