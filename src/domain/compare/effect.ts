import type { CheckedExpression } from '../facts/checked-expression.ts';
import { foldSpace } from '../facts/fold-text.ts';
import type { FactName } from '../facts/value.ts';
import type { Sop } from '../sop/document.ts';
import type { ChangeKind } from './difference.ts';
import type { Part } from './occurrence.ts';

/** Something that an SOP does: `escalate to Tier 2`. The same in two versions if the keys are equal. */
export type Effect = {
  readonly key: string;
  readonly kind: ChangeKind;
  /** The words of the language: `escalate to Tier 2`. */
  readonly words: string;
  readonly values: Readonly<Record<string, string>>;
  /** True for what a run does of itself: that is no instruction, and not quoted. */
  readonly isOwn?: true;
  /** `a second time`, where the same way has come to it before. */
  readonly again?: string;
  /** How another effect is done, wherever that happens: the reason of an escalation, the question of a gate. */
  readonly detail?: Detail;
  /** Where it happens only if something failed or was refused: `If stripe fails`. */
  readonly aside?: Part;
};

/** `“gate Team lead” asks “Refund $250?”`: the effect, the verb and the text. */
export type Detail = { readonly of: Effect; readonly verb: string; readonly text: string };

/** The names by which the parts of a version are known in both. */
export type Names = {
  readonly condition: (condition: CheckedExpression) => CheckedExpression;
  readonly fact: (name: FactName) => FactName;
  readonly action: (name: string) => string;
  readonly reply: (name: string) => string;
  readonly step: (number: number) => string;
  /** What is behind the last step: `an end without an outcome`. */
  readonly end: string;
  readonly sop: Sop;
};

/** What a run does of itself: `a wait for a missing fact`. */
export const ownEffect = (kind: ChangeKind, words: string, values: Effect['values'] = {}): Effect => ({
  ...plain(kind, words, values),
  isOwn: true,
});

/** An effect that is the same in two versions if its words are. */
export function plain(kind: ChangeKind, words: string, values: Effect['values']): Effect {
  return { key: foldSpace(words), kind, words, values };
}

/** An action of the header; what the same way proposes again is another thing to approve. `time` counts from 0. */
export function proposeEffect(action: string, time: number): Effect {
  const effect = plain('action', `propose ${action}`, { action });
  return time === 0 ? effect : { ...effect, key: `${effect.key} #${String(time)}`, again: againWords(time) };
}

const againWords = (time: number): string => ['', 'a second time', 'a third time'][time] ?? 'once more';
