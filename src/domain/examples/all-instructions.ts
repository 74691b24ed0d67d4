import type { Body, Handler, Instruction, Sop } from '../sop/document.ts';

/** An instruction and the table in one of whose rows it stands. */
export type PlacedInstruction = { readonly instruction: Instruction; readonly table: string | undefined };

/** Every instruction of a document, however deep, each once. */
export function allInstructions(sop: Sop): readonly PlacedInstruction[] {
  const found: PlacedInstruction[] = [];
  for (const { body } of [...sop.steps, ...sop.edgeCases, ...sop.edgeHandlers])
    collect(body, undefined, found);
  for (const { name, rows } of sop.decisions) for (const { body } of rows) collect(body, name, found);
  return found;
}

/** Every `On failure of` and `On rejection of` of a document. */
export function allHandlers(sop: Sop): readonly Handler[] {
  const ofRows = sop.decisions.flatMap(({ rows }) => rows);
  const bodies = [...sop.steps, ...sop.edgeCases, ...sop.edgeHandlers, ...ofRows].map(({ body }) => body);
  return [...sop.edgeHandlers, ...bodies.flatMap(handlersIn)];
}

function handlersIn({ instructions, handlers }: Body): readonly Handler[] {
  const inner = [...instructions.flatMap(bodiesOf), ...handlers.map(({ body }) => body)];
  return [...handlers, ...inner.flatMap(handlersIn)];
}

function collect(body: Body, table: string | undefined, found: PlacedInstruction[]): void {
  for (const instruction of body.instructions) {
    found.push({ instruction, table });
    for (const inner of bodiesOf(instruction)) collect(inner, table, found);
  }
  for (const handler of body.handlers) collect(handler.body, table, found);
}

function bodiesOf(instruction: Instruction): readonly Body[] {
  switch (instruction.kind) {
    case 'if': {
      const { branches, otherwise, unknown } = instruction;
      return [...branches, otherwise, unknown].flatMap((branch) => branch?.body ?? []);
    }
    case 'gate':
    case 'judge':
      return instruction.refused ? [instruction.refused] : [];
    default:
      return [];
  }
}
