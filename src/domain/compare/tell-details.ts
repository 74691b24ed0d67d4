import { quoted } from '../facts/found-problem.ts';
import type { Region } from '../regions/space.ts';
import type { Change } from './difference.ts';
import type { Detail, Effect } from './effect.ts';
import { inOrder } from './take-beside.ts';
import { prefix } from './tell-group.ts';
import { forCases, markTold, placesOf, regionIn, untold, type Telling } from './telling.ts';

/** What happens in the same cases as before, but otherwise: the reason of an escalation, the question of a gate, a value. */
export function tellDetails(telling: Telling): readonly Change[] {
  const details = (version: 'before' | 'after') => inOrder(telling[version]).filter(({ detail }) => detail);
  const before = details('before');
  const changes: Change[] = [];
  for (const now of details('after')) {
    for (const old of before.filter(({ detail }) => detail?.of.key === now.detail?.of.key)) {
      const region = telling.space.intersect(untold(telling, 'gained', now), untold(telling, 'lost', old));
      if (region !== telling.space.nothing) changes.push(tell(telling, { now, old, region }));
    }
    const region = untold(telling, 'gained', now);
    if (region !== telling.space.nothing) changes.push(tell(telling, { now, old: undefined, region }));
  }
  for (const old of before) {
    const region = untold(telling, 'lost', old);
    if (region !== telling.space.nothing) changes.push(tell(telling, { now: undefined, old, region }));
  }
  return changes;
}

type Changed = {
  readonly now: Effect | undefined;
  readonly old: Effect | undefined;
  readonly region: Region;
};

function tell(telling: Telling, { now, old, region }: Changed): Change {
  if (now) markTold(telling, 'gained', now, region);
  if (old) markTold(telling, 'lost', old, region);
  const effect = now ?? old;
  const { text, cases } = casesOf(telling, effect?.detail?.of, region);
  const where = text === '' ? '' : ` ${text}`;
  const values = { ...valueOf('before', old), ...valueOf('after', now) };
  return {
    kind: effect?.kind ?? 'step',
    sentence: `${effect ? prefix(effect) : ''}${sayChanged(now?.detail, old?.detail)}${where}.`,
    values: { ...effect?.values, ...values },
    cases,
    before: placesOf(telling, telling.before, { effects: placed(old, effect), region }),
    after: placesOf(telling, telling.after, { effects: placed(now, effect), region }),
  };
}

/** Where a version says nothing of how it happens, the change stands at what happens. */
function placed(detailed: Effect | undefined, effect: Effect | undefined): readonly Effect[] {
  const of = detailed ?? effect?.detail?.of;
  return of ? [of] : [];
}

/** Named where it happens in other cases too. */
function casesOf(telling: Telling, of: Effect | undefined, region: Region) {
  const everywhere = of && regionIn(telling, telling.after, of.key);
  if (!of || region === everywhere) return { text: '', cases: [] };
  return forCases(telling, { effect: of, region, whole: region, among: everywhere });
}

const valueOf = (key: 'before' | 'after', effect: Effect | undefined) =>
  effect?.detail ? { [key]: effect.detail.text } : {};

function sayChanged(now: Detail | undefined, old: Detail | undefined): string {
  const subject = quoted((now ?? old)?.of.words ?? '');
  const verb = (now ?? old)?.verb ?? '';
  if (now && old) return `${subject} now ${verb} ${quoted(now.text)} instead of ${quoted(old.text)}`;
  return now
    ? `${subject} now ${verb} ${quoted(now.text)}`
    : `${subject} no longer ${verb} ${quoted(old?.text ?? '')}`;
}
