import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Body, Instruction, Sop } from '../sop/document.ts';

/** Every condition that a walk through an SOP may decide, in reading order; those of tables and locks only where they are used. */
export function conditionsOf(sop: Sop): readonly CheckedExpression[] {
  const found = new Set<CheckedExpression>();
  const tables = new Set<string>();
  const bodies: Body[] = [
    ...sop.steps.map(({ body }) => body),
    ...sop.edgeCases.map(({ body }) => body),
    ...sop.edgeHandlers.map(({ body }) => body),
  ];
  for (const { condition } of sop.edgeCases) found.add(condition);
  for (let body = bodies.shift(); body; body = bodies.shift()) {
    for (const instruction of body.instructions) {
      for (const condition of ownConditions(sop, instruction, tables)) found.add(condition);
      bodies.push(...bodiesInside(sop, instruction, tables));
    }
    bodies.push(...body.handlers.map((handler) => handler.body));
  }
  return [...found];
}

function ownConditions(
  sop: Sop,
  instruction: Instruction,
  tables: ReadonlySet<string>,
): readonly CheckedExpression[] {
  switch (instruction.kind) {
    case 'if':
      return instruction.branches.map(({ condition }) => condition);
    case 'hold-until':
      return [instruction.condition];
    case 'propose': {
      const onlyIf = sop.actions.find(({ name }) => name === instruction.action)?.onlyIf;
      return onlyIf ? [onlyIf] : [];
    }
    case 'decide':
      return tables.has(instruction.table)
        ? []
        : rowsOf(sop, instruction.table).flatMap(({ cells }) => cells);
    default:
      return [];
  }
}

function bodiesInside(sop: Sop, instruction: Instruction, tables: Set<string>): readonly Body[] {
  switch (instruction.kind) {
    case 'if':
      return [...instruction.branches, instruction.otherwise, instruction.unknown].flatMap(
        (part) => part?.body ?? [],
      );
    case 'gate':
    case 'judge':
      return instruction.refused ? [instruction.refused] : [];
    case 'decide': {
      const { table } = instruction;
      if (tables.has(table)) return [];
      tables.add(table);
      return rowsOf(sop, table).map(({ body }) => body);
    }
    default:
      return [];
  }
}

const rowsOf = ({ decisions }: Sop, table: string) =>
  decisions.find(({ name }) => name === table)?.rows ?? [];
