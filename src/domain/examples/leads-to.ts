import { foldName } from '../facts/fact-name.ts';
import type { Instruction } from '../sop/document.ts';
import type { Expectation } from '../sop/example.ts';

const isNamed = (name: string, wanted: string): boolean => foldName(name) === foldName(wanted);

/** Whether an instruction is what a row expects. */
export function leadsTo(instruction: Instruction, expected: Expectation): boolean {
  switch (expected.is) {
    case 'propose':
      return instruction.kind === 'propose' && isNamed(instruction.action, expected.action);
    case 'gate':
      return instruction.kind === 'gate' && isNamed(instruction.role, expected.role);
    case 'escalate':
      return instruction.kind === 'escalate' && isNamed(instruction.team, expected.team);
    case 'draft-reply':
      return (
        instruction.kind === 'draft-reply' &&
        'named' in instruction.reply &&
        isNamed(instruction.reply.named, expected.reply)
      );
    case 'close':
      return instruction.kind === 'close' && isNamed(instruction.as, expected.as);
    case 'hold':
      return instruction.kind === 'hold-for' || instruction.kind === 'hold-until';
    case 'judge':
    case 'ask':
    case 'stop':
      return instruction.kind === expected.is;
  }
}
