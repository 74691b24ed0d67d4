import type { Body, Decision, Handler, Instruction, Sop, Step, WhenInstruction } from '../sop/document.ts';

/** The part of a document that a body belongs to. */
export type DocumentPart =
  | { readonly is: 'step'; readonly step: Step }
  | { readonly is: 'decision'; readonly decision: Decision }
  | { readonly is: 'edge-case'; readonly edge: WhenInstruction | Handler };

/** An instruction and where it stands. */
export type PlacedInstruction = {
  readonly instruction: Instruction;
  readonly part: DocumentPart;
  /** What the bullet itself and the bullets and headings that it stands under cite. */
  readonly cites: readonly string[];
};

/** Every instruction of a document, also those of handlers and tables, in the order of the parts. */
export function walkDocument(sop: Sop): readonly PlacedInstruction[] {
  const found: PlacedInstruction[] = [];
  const visit = (body: Body, part: DocumentPart, above: readonly string[]): void => {
    for (const instruction of body.instructions) {
      found.push({ instruction, part, cites: [...above, ...instruction.cites] });
      for (const inner of bodiesIn(instruction, sop.source))
        visit(inner.body, part, [...above, ...inner.cites]);
    }
    for (const handler of body.handlers) visit(handler.body, part, [...above, ...handler.cites]);
  };
  for (const step of sop.steps) visit(step.body, { is: 'step', step }, step.cites);
  for (const decision of sop.decisions) {
    for (const { body } of decision.rows) visit(body, { is: 'decision', decision }, decision.cites);
  }
  for (const edge of [...sop.edgeCases, ...sop.edgeHandlers])
    visit(edge.body, { is: 'edge-case', edge }, edge.cites);
  return found;
}

type InnerBody = { readonly body: Body; readonly cites: readonly string[] };

function bodiesIn(instruction: Instruction, source: string): readonly InnerBody[] {
  switch (instruction.kind) {
    case 'if': {
      const { branches, otherwise, unknown, cites } = instruction;
      const parts = [...branches, otherwise, unknown].filter((part) => part !== undefined);
      return parts.map(({ span, body }) => ({ body, cites: citesOfBranch(source, span.from, cites) }));
    }
    case 'gate':
    case 'judge':
      return instruction.refused ? [{ body: instruction.refused, cites: instruction.cites }] : [];
    default:
      return [];
  }
}

/** A chain knows what all its bullets cite together; what stands below one of them has only the labels of that one. */
function citesOfBranch(source: string, from: number, ofChain: readonly string[]): readonly string[] {
  if (ofChain.length === 0) return ofChain;
  const bullet = source.slice(from, endOfBullet(source, from)).toLowerCase();
  return ofChain.filter((label) => bullet.includes(`[${label.toLowerCase()}]`));
}

const nextBullet = /[\r\n]\s*(?:[-*+]|\d+[.)])\s|[\r\n][ \t]*[\r\n]/g;

function endOfBullet(source: string, from: number): number {
  nextBullet.lastIndex = from;
  return nextBullet.exec(source)?.index ?? source.length;
}
