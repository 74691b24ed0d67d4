import type { Region } from '../regions/space.ts';
import { casesIn } from './cases.ts';
import type { Happening } from './collect-happenings.ts';
import type { Change } from './difference.ts';
import type { Effect } from './effect.ts';
import { headlineOf } from './headline-of.ts';
import { sayMoved, sayNew, sayWithout } from './say-proposal.ts';
import { inOrder } from './take-beside.ts';
import { tellGroup } from './tell-group.ts';
import { casesAround, markTold, untold, type Telling } from './telling.ts';
import { transitionsOf, type Transition } from './transitions-of.ts';

/** Proposals: that they happen where they did not, that a gate before them is gone or new, that they happen no more. */
export function tellProposals(telling: Telling): readonly Change[] {
  const { before, after } = telling;
  const keys = new Set([...inOrder(after), ...inOrder(before)].map(({ key }) => key));
  const actions = [...keys].flatMap((key) => {
    const [old, now] = [before.happenings.get(key), after.happenings.get(key)];
    const effect = now?.effect ?? old?.effect;
    const hasWays = (old?.ways.length ?? 0) + (now?.ways.length ?? 0) > 0;
    return effect && hasWays ? [{ effect, old, now }] : [];
  });
  return [
    ...actions.flatMap((action) => tellTransitions(telling, action)),
    ...actions.flatMap((action) => tellGone(telling, action)),
  ];
}

type Action = {
  readonly effect: Effect;
  readonly old: Happening | undefined;
  readonly now: Happening | undefined;
};

/** What goes through without any gate now comes first, in one sentence where that is shorter. */
function tellTransitions(telling: Telling, action: Action): readonly Change[] {
  const all = transitionsOf(telling.space, action.old?.ways ?? [], action.now?.ways ?? []);
  const free = all.filter(({ isFree }) => isFree);
  const merged = mergeFree(telling, action, free);
  const rest = merged ? all.filter(({ isFree }) => !isFree) : all;
  return [
    ...(merged ? [merged] : []),
    ...rest.map((transition) => tellTransition(telling, action, transition)),
  ];
}

function mergeFree(
  telling: Telling,
  { effect, now }: Action,
  free: readonly Transition[],
): Change | undefined {
  const { space } = telling;
  if (free.length < 2 || free.every(({ isNew }) => !isNew)) return undefined;
  const region = free.reduce<Region>((all, part) => space.union(all, part.region), space.nothing);
  const among = casesAround(telling, effect, region);
  const count = (cases: Region): number => casesIn(space, cases, among).length;
  if (count(region) >= free.reduce((sum, part) => sum + count(part.region), 0)) return undefined;
  const gone = [
    ...new Map(free.flatMap((part) => part.gone.map((gate) => [gate.key, gate] as const))).values(),
  ];
  for (const part of free) markGates(telling, part);
  const whole = now?.ways.find(({ behind }) => behind.length === 0)?.region ?? region;
  const values = gateValues(gone);
  return tellGroup(telling, {
    effect,
    turn: 'gained',
    region,
    whole,
    values,
    say: (cases) => sayWithout(effect, gone, cases),
  });
}

function tellTransition(telling: Telling, { effect, old, now }: Action, transition: Transition): Change {
  const { space } = telling;
  const { region, isNew, gone, added } = transition;
  markGates(telling, transition);
  const all = now?.region ?? space.nothing;
  const headline = { effect, turn: 'gained', region, values: gateValues([...gone, ...added]) } as const;
  if (isNew) {
    const whole = transition.whole;
    return tellGroup(telling, { ...headline, whole, say: (cases) => sayNew(effect, added, cases) });
  }
  const among = space.union(old?.region ?? space.nothing, all);
  return tellGroup(telling, {
    ...headline,
    whole: region,
    among,
    say: (cases) => sayMoved(effect, { gone, added, cases: region === all ? { ...cases, text: '' } : cases }),
  });
}

function markGates(telling: Telling, { gone, added, region }: Transition): void {
  for (const gate of gone) markTold(telling, 'lost', gate, region);
  for (const gate of added) markTold(telling, 'gained', gate, region);
}

function tellGone(telling: Telling, { effect }: Action): readonly Change[] {
  if (untold(telling, 'lost', effect) === telling.space.nothing) return [];
  return [tellGroup(telling, headlineOf(telling, 'lost', effect))];
}

function gateValues(gates: readonly Effect[]): Readonly<Record<string, string>> {
  const gate = gates.flatMap(({ values }) => values['gate'] ?? []).join(', ');
  return gate === '' ? {} : { gate };
}
