import { foldSpace } from '../facts/fold-text.ts';
import type { Span } from '../facts/problem.ts';
import type { Body, Decision, Handler, IfInstruction, Instruction, Sop } from '../sop/document.ts';
import type { BranchKind, FoundBranch, NeverReached, Sign } from './branch.ts';

/** Every branch of a document, in reading order. */
export function findBranches(sop: Sop): readonly FoundBranch[] {
  const found: FoundBranch[] = [];
  const uses: Inside['uses'] = new Map();
  const inSop: Inside = { sop, found, uses, prefix: '', never: undefined, inFailureOf: undefined };
  for (const { path, span, condition, body } of sop.edgeCases) {
    addBranch(inSop, span, { path, kind: 'when', signs: [lineOf(condition.span, 'yes')] });
    findInBody(inSop, body);
  }
  for (const handler of sop.edgeHandlers) findInHandler(inSop, handler);
  const isStraight = !sop.steps.some(({ body }) => hasJump(body));
  let never: NeverReached | undefined;
  for (const { body } of sop.steps) {
    const after = findInBody({ ...inSop, never }, body);
    if (isStraight) never = after;
  }
  for (const decision of sop.decisions) findInRows({ ...inSop, ...easiestUse(uses, decision) }, decision);
  return found.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

type Inside = {
  readonly sop: Sop;
  readonly found: FoundBranch[];
  /** Where each table is decided. */
  readonly uses: Map<string, Use[]>;
  /** Paths inside a row start with `>`; the name of the table stands before them. */
  readonly prefix: string;
  readonly never: NeverReached | undefined;
  readonly inFailureOf: string | undefined;
};

type Use = Pick<FoundBranch, 'never' | 'inFailureOf'>;

/** A table is as easy to reach as the easiest of the places that decide it. */
function easiestUse(uses: Inside['uses'], { name }: Decision): Use {
  const found = uses.get(name) ?? [];
  const open = found.filter(({ never }) => never === undefined);
  return (
    open.find(({ inFailureOf }) => inFailureOf === undefined) ??
    open[0] ??
    found[0] ?? { never: undefined, inFailureOf: undefined }
  );
}

type Described = {
  readonly path: string;
  readonly kind: BranchKind;
  readonly signs: readonly Sign[];
  readonly text?: string;
};

function addBranch(inside: Inside, { from, to }: Span, { path, kind, signs, text }: Described): void {
  const { sop, found, prefix, never, inFailureOf } = inside;
  const words = text ?? sentenceOf(sop.source.slice(from, to));
  const place = path.startsWith('>') ? prefix + path : path;
  found.push({ from, to, path: place, kind, text: words, signs, never, inFailureOf });
}

/** A bullet up to what it does. */
function sentenceOf(source: string): string {
  const line = foldSpace(source.slice(0, 400).split('\n')[0] ?? '');
  const [head = line] = /^(?:[^":“”]|"[^"]*"|“[^”]*”)*?(?=:\s)/.exec(`${line} `) ?? [];
  return head.length > 100 ? `${head.slice(0, 99)}…` : head.replace(/[.:]$/, '');
}

const lineOf = ({ from, to }: Span, result: 'yes' | 'no' | 'unknown'): Sign => ({
  from,
  to,
  is: 'line',
  result,
});

/** Goes through a body in order; gives why what comes after it can never be reached by an example. */
function findInBody(inside: Inside, { instructions, handlers }: Body): NeverReached | undefined {
  let { never } = inside;
  for (const instruction of instructions) {
    findInInstruction({ ...inside, never }, instruction);
    if (instruction.kind === 'hold-for') never ??= 'after-hold';
  }
  for (const handler of handlers) findInHandler(inside, handler);
  return never;
}

/** A jump may lead past a hold. */
function hasJump({ instructions }: Body): boolean {
  return instructions.some((instruction) => {
    if (instruction.kind !== 'if') return instruction.kind === 'go-to-step';
    const { branches, otherwise, unknown } = instruction;
    return [...branches, otherwise, unknown].some((branch) => branch && hasJump(branch.body));
  });
}

function findInInstruction(inside: Inside, instruction: Instruction): void {
  if (instruction.kind === 'if') findInChain(inside, instruction);
  if (instruction.kind === 'decide') {
    const { never, inFailureOf, uses } = inside;
    uses.set(instruction.table, [...(uses.get(instruction.table) ?? []), { never, inFailureOf }]);
  }
  if ((instruction.kind === 'gate' || instruction.kind === 'judge') && instruction.refused) {
    const never = inside.never ?? 'approved';
    const { path, span, refused } = instruction;
    const text = `If refused: ${foldSpace(inside.sop.source.slice(span.from, span.to)).slice(0, 80)}`;
    const place = placeOfBody(refused) ?? span;
    addBranch({ ...inside, never }, place, { path: `${path}>refused`, kind: 'refused', signs: [], text });
    findInBody({ ...inside, never }, refused);
  }
}

function placeOfBody({ instructions }: Body): Span | undefined {
  const [first] = instructions;
  const last = instructions.at(-1);
  return first && last && { from: first.span.from, to: last.span.to };
}

function findInChain(inside: Inside, { path, branches, otherwise, unknown }: IfInstruction): void {
  branches.forEach(({ span, condition, body }, at) => {
    addBranch(inside, span, {
      path: `${path}>${String(at + 1)}`,
      kind: 'if',
      signs: [lineOf(condition.span, 'yes')],
    });
    findInBody(inside, body);
  });
  const last = branches.at(-1);
  if (otherwise && last) {
    addBranch(inside, otherwise.span, {
      path: `${path}>else`,
      kind: 'else',
      signs: [lineOf(last.condition.span, 'no')],
    });
    findInBody(inside, otherwise.body);
  }
  if (unknown) {
    const signs = branches.map(({ condition }) => lineOf(condition.span, 'unknown'));
    addBranch(inside, unknown.span, { path: `${path}>unknown`, kind: 'unknown', signs });
    findInBody(inside, unknown.body);
  }
}

function findInRows(inside: Inside, { name, rows }: Decision): void {
  rows.forEach(({ span, body }, at) => {
    const number = String(at + 1);
    const text = `row ${number} of ${name}`;
    addBranch(inside, span, {
      path: `${name}>${number}`,
      kind: 'row',
      signs: [lineOf(span, 'yes')],
      text,
    });
    findInBody({ ...inside, prefix: name }, body);
  });
}

function findInHandler(inside: Inside, handler: Handler): void {
  const { path, span, body, kind } = handler;
  if (kind === 'on-rejection') {
    const never = inside.never ?? 'approved';
    addBranch({ ...inside, never }, span, { path, kind: 'rejection', signs: [] });
    findInBody({ ...inside, never }, body);
    return;
  }
  const inFailureOf = 'action' in handler.of ? handler.of.action : handler.of.system;
  const signs = body.instructions.map((instruction): Sign => ({ ...instruction.span, is: 'within' }));
  addBranch({ ...inside, inFailureOf }, span, { path, kind: 'failure', signs });
  findInBody({ ...inside, inFailureOf }, body);
}
