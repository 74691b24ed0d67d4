import { foldName } from '../facts/fact-name.ts';
import type { ActionDeclaration, Reply, Sop, Step } from '../sop/document.ts';
import type { Names } from './effect.ts';
import { pairUp, type Pair } from './pair-up.ts';
import { expressionKey } from './retype-expression.ts';
import { textOf } from './template-text.ts';
import { findSameFacts, type SameFacts } from './same-facts.ts';

/** Two versions of an SOP, and which parts of the one became which of the other. */
export type Versions = {
  readonly before: Sop;
  readonly after: Sop;
  readonly facts: SameFacts;
  readonly actions: readonly Pair<ActionDeclaration>[];
  readonly replies: readonly Pair<Reply>[];
  readonly steps: readonly Pair<Step>[];
  /** A text of the old version with the new names of what was renamed. */
  readonly renamed: (text: string) => string;
  /** By which names the walks know the parts. */
  readonly namesBefore: Names;
  readonly namesAfter: Names;
};

/** Parts are the same if they have the same name, or, where a name is gone, the same content or place. */
export function pairVersions(before: Sop, after: Sop): Versions {
  const facts = findSameFacts(before, after);
  const actions = pairUp(before.actions, after.actions, {
    nameOf: ({ name }) => foldName(name),
    isRenamed: (one, other) => actionKey(one, facts.ofBefore) === actionKey(other, facts.ofAfter),
  });
  const replies = pairUp(before.replies, after.replies, {
    nameOf: ({ name }) => foldName(name),
    isRenamed: (one, other) => textOf(one.text, { fact: facts.nameAfter }) === textOf(other.text, ownNames),
  });
  const steps = pairUp(before.steps, after.steps, {
    nameOf: ({ name, number }) => foldName(name) || String(number),
    isRenamed: (one, other) => one.number === other.number,
  });
  const stepNames = new Map(
    steps.flatMap((pair) => (pair.before && pair.after ? [[pair.before.number, pair.after.number]] : [])),
  );
  return {
    before,
    after,
    facts,
    actions,
    replies,
    steps,
    renamed: renamedText([...facts.pairs, ...actions, ...replies]),
    namesBefore: {
      sop: before,
      condition: facts.ofBefore,
      fact: facts.nameAfter,
      action: renaming(actions),
      reply: renaming(replies),
      step: (number) => oldStep(number, stepNames.get(number)),
      end: 'an end without an outcome',
    },
    namesAfter: {
      sop: after,
      condition: facts.ofAfter,
      ...ownNames,
      action: (name) => name,
      reply: (name) => name,
      step: (number) => `step ${String(number)}`,
      end: 'an end without an outcome',
    },
  };
}

const ownNames = { fact: (name: string): string => name };

const oldStep = (number: number, now: number | undefined): string =>
  now === undefined ? `the old step ${String(number)}` : `step ${String(now)}`;

function renaming(pairs: readonly Pair<{ readonly name: string }>[]): (name: string) => string {
  const names = new Map(
    pairs.flatMap(({ before, after }) => (before && after ? [[before.name, after.name]] : [])),
  );
  return (name) => names.get(name) ?? name;
}

function renamedText(pairs: readonly Pair<{ readonly name: string }>[]): (text: string) => string {
  const names = pairs.flatMap(({ before, after }) =>
    before && after && before.name !== after.name ? [[before.name, after.name] as const] : [],
  );
  return (text) => names.reduce((renamedSoFar, [then, now]) => renamedSoFar.replaceAll(then, now), text);
}

/** All that an action is besides its name. */
function actionKey(action: ActionDeclaration, same: SameFacts['ofBefore']): string {
  const { system, operation, parameters, onlyIf, needs } = action;
  return JSON.stringify([
    system,
    operation,
    needs,
    onlyIf && expressionKey(same(onlyIf)),
    parameters.map(({ name, value }) => [name, expressionKey(same(value))]),
  ]);
}
