import { quoted } from '../../facts/found-problem.ts';
import type { Template } from '../../sop/document.ts';
import type { Charge } from './charge.ts';
import type { SopParts } from './sop-parts.ts';

const costOfFreeReply = 0.2;
const costOfSilentGate = 0.1;

/** Instructions that can be carried out, but leave open what exactly the customer reads or a person is asked. */
export function chargeLooseInstructions({ instructions }: SopParts): readonly Charge[] {
  return instructions.flatMap((instruction): readonly Charge[] => {
    const place = { ...instruction.span, dimension: 'specificity' } as const;
    if (instruction.kind === 'draft-reply' && 'instruction' in instruction.reply) {
      const message = `Everybody would write this reply in other words: ${quoted(textOf(instruction.reply.instruction))}. Put its text into a section “## Reply: <name>” and write “Draft reply <name>”.`;
      return [{ ...place, cost: costOfFreeReply, group: 'free-reply', message }];
    }
    if (instruction.kind === 'gate' && instruction.question === undefined) {
      const message = `It is not said what ${quoted(instruction.role)} decides here. Write the question: “Gate ${instruction.role} "…"”.`;
      return [{ ...place, cost: costOfSilentGate, group: 'silent-gate', message }];
    }
    return [];
  });
}

function textOf(template: Template): string {
  return template.map((piece) => ('fact' in piece ? `{${piece.fact}}` : piece.text)).join('');
}
