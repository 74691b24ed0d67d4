import type { Expression } from '../../facts/expression.ts';
import { quoted } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import type { Body, IfInstruction, Instruction, Sop } from '../../sop/document.ts';
import { infoAt } from '../../sop/problem-at.ts';
import { partsOfExpression } from '../../facts/parts-of-expression.ts';
import { addToChain } from '../fixes/add-to-chain.ts';
import { offeredTeam } from '../fixes/offered-team.ts';
import type { Rule } from '../rule.ts';
import { walkDocument } from '../walk-document.ts';

/** An `If` that proposes something and does not say what happens when a fact is missing: the run waits at a gate then. */
export const unknownNotHandled: Rule = ({ sop, options }) => {
  const proposes = proposingBodies(sop);
  const team = offeredTeam(sop, options.catalogue);
  return walkDocument(sop).flatMap(({ instruction }) => {
    if (instruction.kind !== 'if' || instruction.unknown || !canBeUnknown(instruction)) return [];
    const bodies = [...instruction.branches, instruction.otherwise].flatMap((part) =>
      part ? [part.body] : [],
    );
    return bodies.some(proposes) ? [notHandled(sop, instruction, team)] : [];
  });
};

function notHandled({ source }: Sop, chain: IfInstruction, team: string | undefined): Problem {
  const [first] = chain.branches;
  const place = first ? { from: chain.span.from, to: first.condition.span.to } : chain.span;
  const words = first ? quoted(first.condition.text) : 'this';
  const message = `It is not said what happens when nobody can tell whether ${words}: the run waits for a person then. Write “If unknown: …” behind it if something else is to happen.`;
  const problem = infoAt(place, { id: 'unknown-not-handled', message });
  const fix =
    team === undefined
      ? undefined
      : addToChain(source, chain, `If unknown: escalate to ${team} because "a fact is missing".`);
  return fix ? { ...problem, fixes: [fix] } : problem;
}

/** `is known` and `is unknown` always have an answer; everything else that speaks of a fact may have none. */
function canBeUnknown({ branches }: IfInstruction): boolean {
  return branches.some(({ condition }) => restsOnFact(condition.tree));
}

function restsOnFact(expression: Expression): boolean {
  if (expression.kind === 'known') return false;
  if (expression.kind === 'fact') return expression.fact.name !== 'today';
  return partsOfExpression(expression).some(restsOnFact);
}

/** Tells whether a body proposes an action, itself, further down, or in a table that it decides. */
function proposingBodies(sop: Sop): (body: Body) => boolean {
  const tables = new Map<string, boolean>();
  const proposes = (body: Body): boolean =>
    body.instructions.some(proposesIn) || body.handlers.some((handler) => proposes(handler.body));
  const proposesIn = (instruction: Instruction): boolean => {
    switch (instruction.kind) {
      case 'propose':
        return true;
      case 'if': {
        const { branches, otherwise, unknown } = instruction;
        return [...branches, otherwise, unknown].some((part) => part !== undefined && proposes(part.body));
      }
      case 'gate':
      case 'judge':
        return instruction.refused !== undefined && proposes(instruction.refused);
      case 'decide':
        return tableProposes(instruction.table);
      default:
        return false;
    }
  };
  const tableProposes = (name: string): boolean => {
    const known = tables.get(name);
    if (known !== undefined) return known;
    // A table that decides itself again proposes nothing by that alone.
    tables.set(name, false);
    const rows = sop.decisions.find((decision) => decision.name === name)?.rows ?? [];
    const found = rows.some(({ body }) => proposes(body));
    tables.set(name, found);
    return found;
  };
  return proposes;
}
