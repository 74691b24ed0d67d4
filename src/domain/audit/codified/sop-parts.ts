import type { Span } from '../../facts/problem.ts';
import type { Body, Handler, ManualInstruction, SimpleInstruction, Sop } from '../../sop/document.ts';

/** What stands in an SOP, taken out of its nesting; in no particular order. */
export type SopParts = {
  readonly instructions: readonly (SimpleInstruction | ManualInstruction)[];
  readonly handlers: readonly Handler[];
  /** Where a bullet may begin: instructions, branches and handlers of steps and edge cases, without the rows of tables. */
  readonly bulletStarts: readonly number[];
  readonly hasUnknownBody: boolean;
};

/** Takes the steps, the edge cases and the rows of the tables apart. */
export function partsOf(sop: Sop): SopParts {
  const bullets = takeApart([
    ...sop.steps.map(({ body }) => body),
    { instructions: [], handlers: sop.edgeHandlers },
    ...sop.edgeCases.map(({ body }) => body),
    { instructions: sop.edgeReminders, handlers: [] },
  ]);
  const rows = takeApart(sop.decisions.flatMap((decision) => decision.rows.map(({ body }) => body)));
  return {
    instructions: [...bullets.instructions, ...rows.instructions],
    handlers: [...bullets.handlers, ...rows.handlers],
    bulletStarts: [...bullets.starts, ...sop.edgeCases.map(({ span }) => span.from)],
    hasUnknownBody: bullets.hasUnknownBody || rows.hasUnknownBody,
  };
}

/** Without recursion, so that no depth of nesting is too deep. */
function takeApart(bodies: readonly Body[]) {
  const instructions: (SimpleInstruction | ManualInstruction)[] = [];
  const handlers: Handler[] = [];
  const starts: number[] = [];
  let hasUnknownBody = false;
  const open = [...bodies];
  const enter = (part: { readonly span: Span; readonly body: Body } | undefined): void => {
    if (!part) return;
    starts.push(part.span.from);
    open.push(part.body);
  };
  for (let body = open.pop(); body; body = open.pop()) {
    for (const instruction of body.instructions) {
      starts.push(instruction.span.from);
      if (instruction.kind === 'if') {
        hasUnknownBody ||= instruction.unknown !== undefined;
        for (const branch of [...instruction.branches, instruction.otherwise, instruction.unknown])
          enter(branch);
        continue;
      }
      instructions.push(instruction);
      if ((instruction.kind === 'gate' || instruction.kind === 'judge') && instruction.refused)
        open.push(instruction.refused);
    }
    handlers.push(...body.handlers);
    for (const handler of body.handlers) enter(handler);
  }
  return { instructions, handlers, starts, hasUnknownBody };
}
