import type { Problem, Span } from '../../facts/problem.ts';
import type { Body, Handler, IfInstruction, Instruction } from '../document.ts';
import type { Reading } from '../reading.ts';
import type { Note } from './line.ts';

/** Where a body stands, for the paths of its instructions. */
export type Place = {
  /** What stands before the number of an instruction: `3.`, `3.1>2.`. */
  readonly prefix: string;
  readonly step: number | undefined;
  readonly reading: Reading;
  /** Where the notes below its bullets go. */
  readonly notes: Note[];
};

type Mutable<Part> = { -readonly [Key in keyof Part]: Part[Key] };
type Branch = IfInstruction['branches'][number];

/** An `If` while its branches are still being read. */
export type ChainDraft = Mutable<Omit<IfInstruction, 'branches' | 'cites'>> & {
  branches: Branch[];
  cites: string[];
  /** Whether a part of it cannot be used, so that it is shown as text. */
  isBroken: boolean;
};

/** A gate or a judgement, whose `If refused` may follow. */
export type Refusable = Mutable<Extract<Instruction, { kind: 'gate' | 'judge' }>>;

/** A body while it is being read. A chain stands in it as it grows. */
export type BodyDraft = {
  readonly instructions: (Instruction | ChainDraft)[];
  readonly handlers: Handler[];
};

export function emptyDraft(): BodyDraft {
  return { instructions: [], handlers: [] };
}

/** The finished body; chains that cannot be used become text. */
export function finishBody(draft: BodyDraft, source: string): Body {
  const instructions = draft.instructions.map((instruction) =>
    'isBroken' in instruction ? finishChain(instruction, source) : instruction,
  );
  return { instructions, handlers: draft.handlers };
}

function finishChain(chain: ChainDraft, source: string): Instruction {
  const { isBroken, ...instruction } = chain;
  if (!isBroken) return instruction;
  const { path, span, cites } = chain;
  return { kind: 'manual', path, span, cites, text: textOf(source, span) };
}

/** Words of the document on one line. */
function textOf(source: string, span: Span): string {
  return source.slice(span.from, span.to).trim().replace(/\s+/g, ' ');
}

/** Whether a body holds something that the app can run, or would if it had no mistake. */
export function isDecidable(body: Body, problems: readonly Problem[]): boolean {
  return (
    body.instructions.some(({ kind }) => kind !== 'manual') || problems.some(({ level }) => level === 'error')
  );
}

/** Whether a body proposes something, or was meant to. */
export function hasProposal(body: Body, problems: readonly Problem[]): boolean {
  return (
    problems.some(({ id }) => id === 'unknown-action') ||
    body.instructions.some(
      (instruction) =>
        instruction.kind === 'propose' ||
        (instruction.kind === 'if' && bodiesOf(instruction).some((inner) => hasProposal(inner, []))),
    )
  );
}

/** The bodies of an `If`. */
export function bodiesOf(instruction: IfInstruction): readonly Body[] {
  const { branches, otherwise, unknown } = instruction;
  return [...branches, otherwise, unknown].flatMap((branch) => (branch ? [branch.body] : []));
}
