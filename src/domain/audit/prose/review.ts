import { quotedProse } from './quoted-prose.ts';
import type { AuditFinding } from '../audit-result.ts';
import { factOf } from './document-facts.ts';
import { findDates } from './find-dates.ts';
import type { HeaderEntry } from './front-matter.ts';
import type { ProseDocument } from './prose-document.ts';

/** Points that are missing. Source: docs/audit.md. */
const costs = {
  noDate: 1.2,
  onlyVersion: 0.7,
  overdue: 0.9,
  overOneYear: 0.5,
  overTwoYears: 0.9,
  noInterval: 0.2,
};

const dateKeys =
  /^(?:(?:last )?(?:reviewed|review|updated?|edited|modified|changed|revised)|lastmod|revision(?: date)?|date|effective(?: date| from)?|valid from|published|created|approved by|version)$/;
const versionKeys = /^(?:version|(?:doc|document) version|revision)$/;
const intervalKeys = /^review (?:every|cycle|interval|frequency)$/;
const nextKeys = /^(?:next review(?: date)?|review (?:due|by))$/;
const lastInWords =
  /\b(?:last|recently) (?:edited|updated|reviewed|changed|modified|revised)\b[^.\n]{0,80}(?![\p{L}\p{N}])/giu;
const inWords =
  /\b(?:last|recently) (?:edited|updated|reviewed|changed|modified|revised)\b[^.\n]{0,80}|\b(?:reviewed|updated|revised|effective|valid) (?:on|in|as of|from|since)\b[^.\n]{0,40}/gi;

/** Whether it says when it was reviewed last, and whether that is long ago on a day. */
export function findReview(
  document: ProseDocument,
  facts: readonly HeaderEntry[],
  today: number,
): readonly AuditFinding[] {
  const reviewed = latestDate(document, facts);
  if (!reviewed) return [noDate(document, facts)];
  const place = { from: reviewed.from, to: reviewed.to, dimension: 'currency' } as const;
  const next = factOf(facts, nextKeys);
  const nextDay = next && findDates(next.words)[0]?.day;
  const interval = intervalDays(factOf(facts, intervalKeys)?.words ?? '');
  const due = nextDay ?? (interval === undefined ? undefined : reviewed.day + interval);
  const written = quotedProse(document.text, { from: reviewed.from, to: reviewed.to });
  if (due !== undefined) {
    if (due >= today) return [];
    return [
      {
        ...place,
        cost: costs.overdue,
        message: `The review is overdue by ${days(today - due)} after ${written}. Review it, and write the new date.`,
      },
    ];
  }
  const age = today - reviewed.day;
  if (age > 365) {
    const cost = age > 730 ? costs.overTwoYears : costs.overOneYear;
    return [
      {
        ...place,
        cost,
        message: `${written} is more than ${age > 730 ? 'two years' : 'a year'} ago. Review it, and write the new date.`,
      },
    ];
  }
  return [
    {
      ...place,
      cost: costs.noInterval,
      message: `It says when it was reviewed (${written}), but not when it is due again. Write “Review every: 6 months”.`,
    },
  ];
}

type ReviewDate = { readonly from: number; readonly to: number; readonly day: number };

function latestDate(document: ProseDocument, facts: readonly HeaderEntry[]): ReviewDate | undefined {
  const found: ReviewDate[] = facts
    .filter(({ key }) => dateKeys.test(key))
    .flatMap(({ words, value }) =>
      findDates(words).map(({ day }) => ({ day, from: value.from, to: value.to })),
    );
  for (const { 0: words, index } of document.masked.slice(document.bodyFrom).matchAll(inWords)) {
    const from = document.bodyFrom + index;
    for (const { day } of findDates(words)) found.push({ day, from, to: from + words.trimEnd().length });
  }
  return found.toSorted((a, b) => b.day - a.day)[0];
}

function noDate(
  { title, masked, bodyFrom, text }: ProseDocument,
  facts: readonly HeaderEntry[],
): AuditFinding {
  const version = factOf(facts, versionKeys);
  const attempt = [...masked.slice(bodyFrom).matchAll(lastInWords)][0];
  const cost = version ? costs.onlyVersion : costs.noDate;
  if (attempt) {
    const from = bodyFrom + attempt.index;
    const to = from + attempt[0].trimEnd().length;
    return {
      from,
      to,
      dimension: 'currency',
      cost,
      message: `No date: ${quotedProse(text, { from, to })} is none. ${writeDate}`,
    };
  }
  const message = version
    ? `No date: there is a version, but it does not say when it was reviewed. ${writeDate}`
    : `No date and no version: it does not say when it was reviewed. ${writeDate}`;
  return { from: title.from, to: title.to, dimension: 'currency', cost, message };
}

const writeDate = 'Write “Last reviewed:” with a day.';

function intervalDays(words: string): number | undefined {
  const named = /\b(?:(weekly)|(monthly)|(quarter)|(half-?year|semi-?annual|bi-?annual)|(year|annual))/i.exec(
    words,
  );
  const counted = /(\d{1,4})\s*(day|week|month|year)/i.exec(words);
  const lengths: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.5, year: 365 };
  if (counted) return Math.round(Number(counted[1]) * (lengths[counted[2]?.toLowerCase() ?? ''] ?? 0));
  if (!named) return undefined;
  return [7, 31, 92, 183, 365].find((_, index) => named[index + 1] !== undefined);
}

function days(count: number): string {
  return count === 1 ? 'a day' : `${String(count)} days`;
}
