import type { CheckedExpression } from '../facts/checked-expression.ts';
import { decimalText, type Decimal } from '../facts/decimal.ts';
import { displayText } from '../facts/display-text.ts';
import { foldSpace } from '../facts/fold-text.ts';
import type { FactName } from '../facts/value.ts';
import type { Sop, SimpleInstruction, Template } from '../sop/document.ts';
import type { ChangeKind } from './difference.ts';
import type { Part } from './occurrence.ts';
import { expressionKey } from './retype-expression.ts';

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

type Done = Exclude<SimpleInstruction, { kind: 'propose' | 'decide' }>;

/** What an instruction does, and then how it does it. */
export function effectsOf(instruction: Done, names: Names): readonly Effect[] {
  switch (instruction.kind) {
    case 'get':
    case 'extract': {
      const facts = instruction.facts.map(names.fact);
      return facts.map((fact) => plain('read', `${instruction.kind} ${fact}`, { fact }));
    }
    case 'ask':
      return [saying('reply', 'ask the customer', textOf(instruction.question, names))];
    case 'draft-reply':
      return draftEffects(instruction.reply, names);
    case 'set': {
      const { field, customField } = instruction.field;
      const name = customField ?? `${instruction.field.record} ${field}`;
      const value = names.condition(instruction.value);
      const set = plain('step', `set ${name}`, { field: name });
      return [set, how(set, 'sets it to', { text: value.text, key: expressionKey(value) })];
    }
    case 'add-tag':
      return [plain('step', `add tag ${instruction.tag}`, { tag: instruction.tag })];
    case 'remove-tag':
      return [plain('step', `remove tag ${instruction.tag}`, { tag: instruction.tag })];
    case 'apply-macro':
      return [plain('step', `apply macro ${instruction.macro}`, { macro: instruction.macro })];
    case 'add-note':
      return [saying('step', 'add note', textOf(instruction.note, names))];
    case 'write':
      return [saying('step', 'write', textOf(instruction.text, names))];
    case 'notify': {
      const { team, message } = instruction;
      return told(plain('step', `notify ${team}`, { team }), 'says', textOf(message ?? [], names));
    }
    case 'gate':
      return told(gateEffect(instruction.role), 'asks', textOf(instruction.question ?? [], names));
    case 'judge':
      return told(judgeEffect(instruction.role), 'asks', textOf(instruction.question, names));
    case 'escalate': {
      const { team, because } = instruction;
      return told(plain('escalation', `escalate to ${team}`, { team }), 'says', textOf(because ?? [], names));
    }
    case 'hold-for':
      return [plain('outcome', `hold for ${durationText(instruction.duration)}`, {})];
    case 'hold-until': {
      const condition = names.condition(instruction.condition);
      const hold = plain('outcome', 'hold', {});
      return [hold, how(hold, 'lasts until', { text: condition.text, key: expressionKey(condition) })];
    }
    case 'go-to-step': {
      const jump = plain('outcome', `go to ${names.step(instruction.step)}`, {});
      return [jump, how(jump, 'happens', { text: `at most ${String(instruction.atMost)} times` })];
    }
    case 'close':
      return [plain('outcome', `close as ${instruction.as}`, { outcome: instruction.as })];
    case 'stop':
      return [plain('outcome', 'stop', { outcome: 'stop' })];
  }
}

type Reply = Extract<SimpleInstruction, { kind: 'draft-reply' }>['reply'];

function draftEffects(reply: Reply, names: Names): readonly Effect[] {
  if ('instruction' in reply) return [saying('reply', 'draft reply', textOf(reply.instruction, names))];
  const name = names.reply(reply.named);
  return [plain('reply', `draft reply ${name}`, { reply: name })];
}

/** An action of the header; what the same way proposes again is another thing to approve. `time` counts from 0. */
export function proposeEffect(action: string, time: number): Effect {
  const effect = plain('action', `propose ${action}`, { action });
  return time === 0 ? effect : { ...effect, key: `${effect.key} #${String(time)}`, again: againWords(time) };
}

const againWords = (time: number): string => ['', 'a second time', 'a third time'][time] ?? 'once more';

const gateEffect = (role: string): Effect => plain('gate', `gate ${role}`, { gate: role });

const judgeEffect = (role: string | undefined): Effect =>
  plain('gate', role === undefined ? 'judge' : `judge by ${role}`, role === undefined ? {} : { gate: role });

/** A step that only a person can do. */
export const manualEffects = (text: string): readonly Effect[] => [saying('step', 'by hand', text)];

/** What is nothing but its text is another thing with another text. */
function saying(kind: ChangeKind, words: string, text: string): Effect {
  const effect = plain(kind, `${words}: ${foldSpace(text)}`, { text: foldSpace(text) });
  return { ...effect, key: `${words}: ${foldSpace(text)}` };
}

/** What a run does of itself: `a wait for a missing fact`. */
export const ownEffect = (kind: ChangeKind, words: string, values: Effect['values'] = {}): Effect => ({
  ...plain(kind, words, values),
  isOwn: true,
});

function plain(kind: ChangeKind, words: string, values: Effect['values']): Effect {
  return { key: foldSpace(words).toLowerCase(), kind, words, values };
}

function how(of: Effect, verb: string, { text, key = text }: { text: string; key?: string }): Effect {
  return { ...of, key: `${of.key}: ${key}`, detail: { of, verb, text } };
}

function told(effect: Effect, verb: string, text: string): readonly Effect[] {
  return text === '' ? [effect] : [effect, how(effect, verb, { text: foldSpace(text) })];
}

/** A text with its placeholders as they are written. */
export function textOf(template: Template, names: Pick<Names, 'fact'>): string {
  return template
    .map((piece) => ('text' in piece ? piece.text : `{${names.fact(piece.fact)}}`))
    .join('')
    .trim();
}

export function durationText(seconds: Decimal): string {
  const number = decimalText(seconds);
  return seconds.eq('0') ? `${number} minutes` : displayText({ kind: 'duration', seconds }, 'en-US');
}
