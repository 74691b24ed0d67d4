import type { Body, IfInstruction, Instruction, Sop } from '../../sop/document.ts';

/** What decides how a run goes on: to leave it out by mistake does harm. */
const decisive: ReadonlySet<Instruction['kind']> = new Set([
  'propose',
  'gate',
  'judge',
  'ask',
  'escalate',
  'close',
  'stop',
  'hold-for',
  'hold-until',
  'draft-reply',
  'decide',
  'go-to-step',
]);

/** Whether a body does something on which the rest of a run depends. */
export function isDecisive(body: Body): boolean {
  return body.instructions.some(
    (instruction) =>
      decisive.has(instruction.kind) || (instruction.kind === 'if' && bodiesOf(instruction).some(isDecisive)),
  );
}

/**
 * The first action that some bodies propose, themselves, further down or in a table that they decide. `tables` are those that have been
 * looked at: one may lead back to itself.
 */
export function firstProposal(
  sop: Sop,
  bodies: readonly Body[],
  tables = new Set<string>(),
): string | undefined {
  for (const instruction of bodies.flatMap(({ instructions }) => instructions)) {
    const found = proposalOf(sop, instruction, tables);
    if (found !== undefined) return found;
  }
  return undefined;
}

function proposalOf(sop: Sop, instruction: Instruction, tables: Set<string>): string | undefined {
  switch (instruction.kind) {
    case 'propose':
      return instruction.action;
    case 'if':
      return firstProposal(sop, bodiesOf(instruction), tables);
    case 'decide': {
      const table = sop.decisions.find(({ name }) => name === instruction.table);
      if (!table || tables.has(table.name)) return undefined;
      tables.add(table.name);
      return firstProposal(
        sop,
        table.rows.map(({ body }) => body),
        tables,
      );
    }
    default:
      return undefined;
  }
}

function bodiesOf({ branches, otherwise, unknown }: IfInstruction): readonly Body[] {
  return [...branches, otherwise, unknown].flatMap((part) => (part ? [part.body] : []));
}
