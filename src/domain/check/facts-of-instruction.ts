import type { Instruction, Simple, Sop, Template } from '../sop/document.ts';
import { factsInExpression, type FactUse } from './facts-in-expression.ts';
import { placeOfName } from './place-of-name.ts';

type Own = Exclude<Instruction, { kind: 'if' | 'decide' | 'propose' | 'manual' }>;

/**
 * The facts that an instruction itself needs, at the words that name them: those of a reply stand in the reply. What its branches,
 * its table or its action need is not among them.
 */
export function factsOfInstruction(sop: Sop, instruction: Own): readonly FactUse[] {
  switch (instruction.kind) {
    case 'get':
    case 'extract':
      return instruction.facts.map((fact) => ({
        fact,
        span: placeOfName(sop.source, instruction.span, { name: fact, which: 'first' }) ?? instruction.span,
      }));
    case 'set':
      return factsInExpression(instruction.value.tree);
    case 'hold-until':
      return factsInExpression(instruction.condition.tree);
    case 'draft-reply':
      return factsInTemplate(replyText(sop, instruction.reply));
    default:
      return factsInTemplate(textOf(instruction));
  }
}

/** The placeholders of a text. */
export function factsInTemplate(template: Template): readonly FactUse[] {
  return template.flatMap((piece) => ('fact' in piece ? [piece] : []));
}

function replyText(sop: Sop, reply: Extract<Simple, { kind: 'draft-reply' }>['reply']): Template {
  if ('instruction' in reply) return reply.instruction;
  return sop.replies.find(({ name }) => name === reply.named)?.text ?? [];
}

function textOf(
  instruction: Exclude<Own, { kind: 'get' | 'extract' | 'set' | 'hold-until' | 'draft-reply' }>,
): Template {
  switch (instruction.kind) {
    case 'ask':
    case 'judge':
      return instruction.question;
    case 'gate':
      return instruction.question ?? [];
    case 'add-note':
      return instruction.note;
    case 'escalate':
      return instruction.because ?? [];
    case 'notify':
      return instruction.message ?? [];
    case 'write':
      return instruction.text;
    case 'add-tag':
    case 'remove-tag':
    case 'apply-macro':
    case 'hold-for':
    case 'go-to-step':
    case 'close':
    case 'stop':
      return [];
  }
}
