import { closestSpelling } from '../../facts/closest-spelling.ts';
import { isCalendarDate } from '../../facts/calendar.ts';
import { didYouMean, quoted } from '../../facts/found-problem.ts';
import { writtenDay } from '../../facts/written-day.ts';
import type { Sop } from '../document.ts';
import type { HeaderKey, HeaderReader } from './header-reader.ts';

export type About = Pick<
  Sop,
  'id' | 'title' | 'version' | 'status' | 'for' | 'owner' | 'reviewed' | 'reviewEvery'
>;

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const reviewForm = /^[1-9]\d{0,3} (?:day|week|month|year)s?$/;

/** What the header says about the SOP itself. Source: SOP language, section 1. */
export function readAbout(header: HeaderReader): About {
  return {
    id: readId(header),
    title: header.text('title', 'The header needs a title, such as “title: Late parcel”.')?.text ?? '',
    version: readVersion(header),
    status: readWord(header, 'status', ['draft', 'live', 'retired']),
    for: readWord(header, 'for', ['ticket', 'organization', 'user']),
    owner: header.text('owner', 'The header needs an owner: the team or role that answers for this SOP.')
      ?.text,
    reviewed: readReviewed(header),
    reviewEvery: readReviewEvery(header),
  };
}

function readId(header: HeaderReader): string {
  const id = header.text('sop', 'The header needs an id, such as “sop: late-parcel”.');
  if (id && !kebabCase.test(id.text)) {
    const suggestion = kebabOf(id.text);
    header.invalid(id.span, `An id has small letters, digits and hyphens: ${quoted(suggestion)}.`, {
      name: id.text,
      suggestion,
    });
  }
  return id?.text ?? '';
}

function kebabOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'my-sop';
}

function readVersion(header: HeaderReader): number {
  const version = header.text(
    'version',
    'The header needs a version: a whole number that goes up with every publication.',
  );
  if (!version) return 0;
  if (/^\d{1,9}$/.test(version.text)) return Number(version.text);
  header.invalid(version.span, `A version is a whole number such as 3, not ${quoted(version.text)}.`, {
    name: version.text,
  });
  return 0;
}

/** One of a few words; without the key it is the first. */
function readWord<Word extends string>(
  header: HeaderReader,
  key: HeaderKey,
  words: readonly [Word, ...Word[]],
): Word {
  const written = header.text(key, undefined);
  if (!written) return words[0];
  const word = words.find((known) => known === written.text.toLowerCase());
  if (word) return word;
  const suggestion = closestSpelling(written.text, words);
  const list = words.map(quoted).join(', ');
  const message = `${quoted(key)} is one of ${list}, not ${quoted(written.text)}.${didYouMean(suggestion)}`;
  header.invalid(written.span, message, { key, name: written.text, suggestion });
  return words[0];
}

function readReviewed(header: HeaderReader): string | undefined {
  const reviewed = header.text(
    'reviewed',
    'The header needs the day of the last review, such as “reviewed: 2026-09-14”.',
  );
  if (!reviewed || isCalendarDate(reviewed.text)) return reviewed?.text;
  const suggestion = writtenDay(reviewed.text);
  header.invalid(
    reviewed.span,
    `${quoted(reviewed.text)} is not a date. Write year, month and day: ${suggestion ?? '2026-09-14'}.`,
    { key: 'reviewed', ...(suggestion === undefined ? {} : { written: reviewed.text, suggestion }) },
  );
  return undefined;
}

function readReviewEvery(header: HeaderReader): string | undefined {
  const every = header.text(
    'review_every',
    'The header needs how often it is reviewed, such as “review_every: 6 months”.',
  );
  const text = every?.text.toLowerCase().replace(/\s+/g, ' ');
  if (!every || text === undefined || reviewForm.test(text)) return text;
  header.invalid(
    every.span,
    `${quoted(every.text)} is not a length of time. Write “6 months” or “90 days”.`,
    { key: 'review_every' },
  );
  return undefined;
}
