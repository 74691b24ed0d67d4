import type { Handler } from '../sop/document.ts';
import type { Change } from './difference.ts';
import { durationText } from './duration-text.ts';
import type { Effect } from './effect.ts';
import type { HandlerPlace } from './region-walk.ts';
import { wordsOf } from './say-happens.ts';
import { inOrder } from './take-beside.ts';
import { difference, markTold, type Telling, type Turn } from './telling.ts';

type Places = readonly HandlerPlace[];

/** Lines for failures and rejections that are new or gone, and other retries; what else they do is told with what happens. */
export function tellHandlers(telling: Telling, before: Places, after: Places): readonly Change[] {
  const find = (places: Places, { part }: HandlerPlace) =>
    places.find((other) => other.part.key === part.key);
  const added = after
    .filter((place) => !find(before, place))
    .map((place) => tellWhole(telling, 'gained', place));
  const gone = before
    .filter((place) => !find(after, place))
    .map((place) => tellWhole(telling, 'lost', place));
  const kept = after.flatMap((place) => {
    const old = find(before, place);
    return old ? tellRetry(old, place) : [];
  });
  return [...added, ...gone, ...kept];
}

function tellWhole(telling: Telling, turn: Turn, { part, handler }: HandlerPlace): Change {
  const version = turn === 'gained' ? telling.after : telling.before;
  const effects = inOrder(version).filter(({ aside, detail }) => aside?.key === part.key && !detail);
  for (const effect of effects) markTold(telling, turn, effect, difference(telling, turn, effect));
  const line = lineText(handler, effects);
  const sentence =
    turn === 'gained'
      ? `${part.words}: now ${line}. Until now the SOP had no line for it.`
      : `${part.words}: the SOP has no line for it any more. Until now: ${line}.`;
  const [before, after] = turn === 'gained' ? [[], [handler.span]] : [[handler.span], []];
  return { kind: kindOf(effects), sentence, values: valuesOf(handler), cases: [], before, after };
}

/** Money stays money where something has failed. */
const kindOf = (effects: readonly Effect[]): Change['kind'] =>
  effects.some(({ kind }) => kind === 'action') ? 'action' : 'failure';

function lineText(handler: Handler, effects: readonly Effect[]): string {
  const retry = retryText(handler);
  const then = effects.length > 0 ? wordsOf(effects, 'and') : 'the run goes on';
  return retry === undefined ? then : `it is tried again ${retry}, then ${then}`;
}

function retryText(handler: Handler): string | undefined {
  if (handler.kind !== 'on-failure' || !handler.retry) return undefined;
  const { times, after } = handler.retry;
  const often = times === 1 ? 'once' : times === 2 ? 'twice' : `${String(times)} times`;
  return after.eq('0') ? often : `${often} after ${durationText(after)}`;
}

function tellRetry(before: HandlerPlace, after: HandlerPlace): readonly Change[] {
  const [then, now] = [retryText(before.handler), retryText(after.handler)];
  if (then === now) return [];
  const tries =
    now === undefined
      ? `it is no longer tried again. Until now: ${then ?? ''}`
      : `it is now tried again ${now}${then === undefined ? '' : ` instead of ${then}`}`;
  return [
    {
      kind: 'failure',
      sentence: `${after.part.words}: ${tries}.`,
      values: { ...valuesOf(after.handler), before: then ?? '', after: now ?? '' },
      cases: [],
      before: [before.handler.span],
      after: [after.handler.span],
    },
  ];
}

function valuesOf(handler: Handler): Readonly<Record<string, string>> {
  if (handler.kind === 'on-rejection') return { action: handler.action };
  return 'action' in handler.of ? { action: handler.of.action } : { system: handler.of.system };
}
