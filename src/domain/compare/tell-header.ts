import { became } from './became.ts';
import { quoted } from '../facts/found-problem.ts';
import type { Span } from '../facts/problem.ts';
import type { IsoDate } from '../facts/value.ts';
import { casesText } from './cases.ts';
import { changeOf } from './change-of.ts';
import { compareConditions } from './compare-conditions.ts';
import type { Change } from './difference.ts';
import { expressionKey } from './retype-expression.ts';
import type { Versions } from './same-parts.ts';

/** Which tickets the SOP is for, and who answers for it since when. */
export function tellHeader(versions: Versions, today: IsoDate): readonly Change[] {
  return [...tellMatches(versions, today), ...tellAbout(versions)];
}

function tellMatches({ before, after, facts }: Versions, today: IsoDate): readonly Change[] {
  const [then, now] = [before.matches, after.matches];
  const say = (sentence: string, cases: Change['cases'] = []): Change =>
    changeOf('matches', sentence, { cases, before: then?.span, after: now?.span });
  if (!then) return now ? [say(`The SOP is now for tickets with ${quoted(now.text)}.`)] : [];
  if (!now)
    return [
      say(`The SOP no longer says which tickets it is for: until now those with ${quoted(then.text)}.`),
    ];
  if (expressionKey(facts.ofBefore(then)) === expressionKey(facts.ofAfter(now))) return [];
  const found = compareConditions({ before: then, after: now }, facts, today);
  if (!found)
    return [say(`The SOP is now for tickets with ${quoted(now.text)} instead of ${quoted(then.text)}.`)];
  const { gained, lost } = found;
  const also =
    gained.length > 0 ? [say(`The SOP is now also for tickets with ${casesText(gained)}.`, gained)] : [];
  const less =
    lost.length > 0 ? [say(`The SOP is no longer for tickets with ${casesText(lost)}.`, lost)] : [];
  return also.length + less.length > 0
    ? [...also, ...less]
    : [
        changeOf('wording', `“matches” is worded differently; the SOP is for the same tickets.`, {
          before: then.span,
          after: now.span,
        }),
      ];
}

function tellAbout({ before, after }: Versions): readonly Change[] {
  const about = [
    ['status', 'The status', before.status, after.status],
    ['for', 'What the SOP runs on', before.for, after.for],
    ['owner', 'The owner', before.owner, after.owner],
    ['title', 'The title', before.title, after.title],
    ['sop', 'The id', before.id, after.id],
    ['version', 'The version', String(before.version), String(after.version)],
    ['reviewed', 'The day of the last review', before.reviewed, after.reviewed],
    ['review_every', 'The time between reviews', before.reviewEvery, after.reviewEvery],
  ] as const;
  return about.flatMap(([key, words, then, now]) => {
    if (then === now) return [];
    const is = became(then, now);
    const values = {
      key,
      ...(then === undefined ? {} : { before: then }),
      ...(now === undefined ? {} : { after: now }),
    };
    const place = { before: lineOf(before.source, key), after: lineOf(after.source, key) };
    return [changeOf('header', `${words} ${is}.`, { values, ...place })];
  });
}

/** The line of a key of the header. */
function lineOf(source: string, key: string): Span | undefined {
  const found = new RegExp(`^${key}\\s*:.*$`, 'm').exec(source);
  return found ? { from: found.index, to: found.index + found[0].length } : undefined;
}
