import { foldSpace } from '../facts/fold-text.ts';
import type { SimpleInstruction } from '../sop/document.ts';
import type { ChangeKind } from './difference.ts';
import { durationText } from './duration-text.ts';
import { plain, type Effect, type Names } from './effect.ts';
import { expressionKey } from './retype-expression.ts';
import { textOf } from './template-text.ts';

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
      const { record, field, customField } = instruction.field;
      const name =
        customField !== undefined && record === 'ticket' ? customField : `${record} ${customField ?? field}`;
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
      return told(ofPeople('step', `notify ${team}`, { team }), 'says', textOf(message ?? [], names));
    }
    case 'gate':
      return gateEffects(instruction, names);
    case 'judge':
      return told(judgeEffect(instruction.role), 'asks', textOf(instruction.question, names));
    case 'escalate': {
      const { team, because } = instruction;
      return told(
        ofPeople('escalation', `escalate to ${team}`, { team }),
        'says',
        textOf(because ?? [], names),
      );
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

const gateEffect = (role: string): Effect => ofPeople('gate', `gate ${role}`, { gate: role });

function gateEffects(
  { role, question, byAnother }: Extract<Done, { kind: 'gate' }>,
  names: Names,
): readonly Effect[] {
  const effect = gateEffect(role);
  const asked = told(effect, 'asks', textOf(question ?? [], names));
  return byAnother === true
    ? [...asked, how(effect, 'needs an answer', { text: 'by another person' })]
    : asked;
}

const judgeEffect = (role: string | undefined): Effect =>
  ofPeople(
    'gate',
    role === undefined ? 'judge' : `judge by ${role}`,
    role === undefined ? {} : { gate: role },
  );

/** A step that only a person can do. */
export const manualEffects = (text: string): readonly Effect[] => [saying('step', 'by hand', text)];

/** What is nothing but its text is another thing with another text. */
function saying(kind: ChangeKind, words: string, text: string): Effect {
  const effect = plain(kind, `${words}: ${foldSpace(text)}`, { text: foldSpace(text) });
  return { ...effect, key: `${words}: ${foldSpace(text)}` };
}

function how(of: Effect, verb: string, { text, key = text }: { text: string; key?: string }): Effect {
  return { ...of, key: `${of.key}: ${key}`, detail: { of, verb, text } };
}

function told(effect: Effect, verb: string, text: string): readonly Effect[] {
  return text === '' ? [effect] : [effect, how(effect, verb, { text: foldSpace(text) })];
}

/** Teams and roles are the same without case. */
function ofPeople(kind: ChangeKind, words: string, values: Effect['values']): Effect {
  const effect = plain(kind, words, values);
  return { ...effect, key: effect.key.toLowerCase() };
}
