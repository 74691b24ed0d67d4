import type { CommandId } from '../run/events.ts';
import type { Sop } from '../sop/document.ts';
import { allInstructions, type PlacedInstruction } from './all-instructions.ts';

/** A fork on the way to an instruction, and which way the path takes: `3.1` and `2`, `else`, `unknown`, `failed`. */
export type Fork = { readonly at: string; readonly way: string };

/** The path of the instruction that a command or a line of the trace belongs to, without what makes it unique in its run. */
export function pathOf(id: CommandId): string {
  return id.replace(/\/.*$/, '').replaceAll(/@\d+/g, '');
}

/** The forks that lead to an instruction, from the outside in. */
export function forksOf(path: string): readonly Fork[] {
  const parts = path.split('>');
  return parts.slice(1).map((part, index) => ({
    at: parts.slice(0, index + 1).join('>'),
    way: part.split('.')[0] ?? '',
  }));
}

/** Tables can be decided from several places, and from each other's rows. */
const mostPaths = 1000;

/** The paths at which a run can come to each instruction: those in a row stand behind each place that decides its table. */
export function pathsInRuns(
  sop: Sop,
): readonly { readonly path: string; readonly placed: PlacedInstruction }[] {
  const all = allInstructions(sop);
  const found = all
    .filter(({ table }) => table === undefined)
    .map((placed) => ({ path: placed.instruction.path, placed }));
  for (let at = 0; at < found.length && found.length < mostPaths; at++) {
    const decide = found[at];
    if (decide?.placed.instruction.kind !== 'decide') continue;
    const { table } = decide.placed.instruction;
    for (const placed of all) {
      if (placed.table === table) found.push({ path: decide.path + placed.instruction.path, placed });
    }
  }
  return found;
}
