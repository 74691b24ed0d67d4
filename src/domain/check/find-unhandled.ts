import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Span } from '../facts/problem.ts';
import type { FactName } from '../facts/value.ts';
import type { ActionDeclaration, Body, Decision, Handler, Instruction, Sop } from '../sop/document.ts';
import { factsInExpression, type FactUse } from './facts-in-expression.ts';
import { factsOfInstruction } from './facts-of-instruction.ts';
import { placeOfName } from './place-of-name.ts';

/** The first place where a system is read from, or an action is proposed, and no line answers for its failure. */
export type Unhandled = { readonly system: string; readonly action: string | undefined; readonly span: Span };

/** Which lines answer for a failure in a body: its own, then those of the bodies around it. Edge cases answer everywhere. */
type Scope = {
  readonly handlers: readonly Handler[];
  readonly around: Scope | undefined;
  /** What was read in it for sure: it is not read again. */
  readonly read: Set<FactName>;
};

/** Tables are walked once for every bullet that decides them, because its step may answer for their failures; this is enough. */
const mostTables = 500;

/**
 * Walks a document as a run does. A fact counts where it is first read: `Get` in a step that answers for the failure settles it for
 * the steps behind it. Zendesk and the message need no answer. Source: SOP language, section 6, `no-failure-path`.
 */
export function findUnhandled(sop: Sop): readonly Unhandled[] {
  return new FailureWalk(sop).walk();
}

class FailureWalk {
  readonly #sop: Sop;
  readonly #systems: ReadonlyMap<FactName, string>;
  readonly #actions: ReadonlyMap<string, ActionDeclaration>;
  readonly #tables: ReadonlyMap<string, Decision>;
  readonly #open = new Set<string>();
  readonly #found = new Map<string, Unhandled>();
  #tablesLeft = mostTables;

  constructor(sop: Sop) {
    this.#sop = sop;
    this.#systems = new Map(
      sop.inputs.flatMap(({ name, source }) =>
        source.from === 'system' ? [[name, source.system] as const] : [],
      ),
    );
    this.#actions = new Map(sop.actions.map((action) => [action.name, action]));
    this.#tables = new Map(sop.decisions.map((decision) => [decision.name, decision]));
  }

  walk(): readonly Unhandled[] {
    const { edgeCases, edgeHandlers, steps } = this.#sop;
    const root: Scope = { handlers: edgeHandlers, around: undefined, read: new Set() };
    for (const { condition } of edgeCases) this.#useExpression(condition, root);
    for (const step of steps) this.#walkStep(step.body, root);
    for (const { body } of [...edgeCases, ...edgeHandlers]) this.#walkBody(body, root);
    return [...this.#found.values()];
  }

  /** What a step has read, the steps behind it have. */
  #walkStep(body: Body, root: Scope): void {
    const scope = this.#walkBody(body, root);
    for (const fact of scope.read) root.read.add(fact);
  }

  #walkBody(body: Body, around: Scope): Scope {
    const scope: Scope = { handlers: body.handlers, around, read: new Set() };
    for (const instruction of body.instructions) this.#walkInstruction(instruction, scope);
    for (const handler of body.handlers) this.#walkBody(handler.body, scope);
    return scope;
  }

  #walkInstruction(instruction: Instruction, scope: Scope): void {
    switch (instruction.kind) {
      case 'manual':
        return;
      case 'if': {
        const { branches, otherwise, unknown } = instruction;
        const [first, ...others] = branches;
        if (first) this.#useExpression(first.condition, scope);
        for (const { condition } of others) this.#mayUseExpression(condition, scope);
        for (const part of [...branches, otherwise, unknown]) if (part) this.#walkBody(part.body, scope);
        return;
      }
      case 'decide':
        return this.#walkTable(instruction.table, scope);
      case 'propose':
        return this.#walkProposal(instruction, scope);
      case 'get':
        for (const use of factsOfInstruction(this.#sop, instruction)) this.#readAnew(use, scope);
        return;
      default:
        for (const use of factsOfInstruction(this.#sop, instruction)) this.#use(use, scope);
        if ((instruction.kind === 'gate' || instruction.kind === 'judge') && instruction.refused)
          this.#walkBody(instruction.refused, scope);
    }
  }

  #walkTable(name: string, scope: Scope): void {
    const table = this.#tables.get(name);
    if (!table || this.#open.has(name) || this.#tablesLeft === 0) return;
    this.#tablesLeft -= 1;
    this.#open.add(name);
    for (const { cells } of table.rows) for (const cell of cells) this.#mayUseExpression(cell, scope);
    for (const { body } of table.rows) this.#walkBody(body, scope);
    this.#open.delete(name);
  }

  #walkProposal({ action: name, span }: Instruction & { kind: 'propose' }, scope: Scope): void {
    const action = this.#actions.get(name);
    if (!action) return;
    const place = placeOfName(this.#sop.source, span, { name, which: 'first' }) ?? span;
    const values = action.parameters.map(({ value }) => value);
    for (const { facts } of action.onlyIf ? [action.onlyIf, ...values] : values)
      for (const fact of facts) this.#use({ fact, span: place }, scope);
    this.#note({ system: action.system, action: name, span: place }, scope);
  }

  #useExpression({ tree }: CheckedExpression, scope: Scope): void {
    for (const use of factsInExpression(tree)) this.#use(use, scope);
  }

  /** What only some runs come to is not read for sure. */
  #mayUseExpression({ tree }: CheckedExpression, scope: Scope): void {
    for (const use of factsInExpression(tree)) if (!isRead(use, scope)) this.#noteReading(use, scope);
  }

  #use(use: FactUse, scope: Scope): void {
    if (!isRead(use, scope)) this.#readAnew(use, scope);
  }

  #readAnew(use: FactUse, scope: Scope): void {
    scope.read.add(use.fact);
    this.#noteReading(use, scope);
  }

  #noteReading({ fact, span }: FactUse, scope: Scope): void {
    const system = this.#systems.get(fact);
    if (system !== undefined) this.#note({ system, action: undefined, span }, scope);
  }

  #note(use: Unhandled, scope: Scope): void {
    const key = use.action === undefined ? `system ${use.system}` : `action ${use.action}`;
    if (use.system === 'zendesk' || this.#found.has(key) || isAnswered(use, scope)) return;
    this.#found.set(key, use);
  }
}

function isRead({ fact }: FactUse, scope: Scope): boolean {
  for (let at: Scope | undefined = scope; at; at = at.around) if (at.read.has(fact)) return true;
  return false;
}

function isAnswered({ system, action }: Unhandled, scope: Scope): boolean {
  const answers = (handler: Handler): boolean =>
    handler.kind === 'on-failure' &&
    ('system' in handler.of ? handler.of.system === system : handler.of.action === action);
  for (let at: Scope | undefined = scope; at; at = at.around) if (at.handlers.some(answers)) return true;
  return false;
}
