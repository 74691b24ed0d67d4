import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Region, Space } from '../regions/space.ts';
import type { Body, Handler, IfInstruction, Instruction, Sop } from '../sop/document.ts';

/** Where a run can come, as regions of a space: which facts lead there if nothing fails and everything is approved. */
export type Reach = {
  readonly space: Space;
  /** By the condition itself: the facts that lead to the place where it is decided. */
  readonly deciding: ReadonlyMap<CheckedExpression, Region>;
  /** By the start of a branch: the facts that lead into it. */
  readonly branches: ReadonlyMap<number, Region>;
  /** Where a run stops at a gate because it cannot decide. */
  readonly stuck: Region;
  /** Where a run goes through to the end of the last step that can be reached. */
  readonly furthest: Region;
};

/** Follows every way through a document at once. The space is one of all its conditions. */
export function reachOf(sop: Sop, space: Space): Reach {
  const walker = new Walker(sop, space);
  walker.walkDocument();
  return walker;
}

/** The same from the start of one body, whatever led to it: for what stands in a failure path. */
export function reachWithin(sop: Sop, space: Space, body: Body): Reach {
  const walker = new Walker(sop, space);
  walker.walkBody(body, space.everything, []);
  return walker;
}

/** Tables that decide each other's rows are not followed for ever. */
const deepestTables = 8;
const mostInstructions = 20_000;

class Walker implements Reach {
  readonly space: Space;
  readonly deciding = new Map<CheckedExpression, Region>();
  readonly branches = new Map<number, Region>();
  stuck: Region;
  furthest: Region;
  readonly #sop: Sop;
  readonly #jumps = new Map<number, Region>();
  #depth = 0;
  #walked = 0;
  #step = 0;

  constructor(sop: Sop, space: Space) {
    this.#sop = sop;
    this.space = space;
    this.stuck = space.nothing;
    this.furthest = space.everything;
  }

  walkDocument(): void {
    const space = this.space;
    let region = space.everything;
    for (const { condition, span, body } of this.#sop.edgeCases) {
      const { yes } = this.#decide(condition, region);
      this.#enter(span.from, yes);
      const after = this.walkBody(body, yes, this.#sop.edgeHandlers);
      region = space.union(space.subtract(region, yes), after);
    }
    this.#sop.steps.forEach(({ number, body }, at) => {
      this.#step = at;
      region = space.union(region, this.#jumps.get(number) ?? space.nothing);
      if (region !== space.nothing) this.furthest = region;
      region = this.walkBody(body, region, [...body.handlers, ...this.#sop.edgeHandlers]);
    });
    if (region !== space.nothing) this.furthest = region;
  }

  /** The facts with which a run comes out of a body at its end. */
  walkBody({ instructions, handlers }: Body, start: Region, around: readonly Handler[]): Region {
    let region = start;
    for (const instruction of instructions)
      region = this.#walkInstruction(instruction, region, [...handlers, ...around]);
    return region;
  }

  #walkInstruction(instruction: Instruction, region: Region, around: readonly Handler[]): Region {
    const space = this.space;
    if (region === space.nothing || ++this.#walked > mostInstructions) return region;
    switch (instruction.kind) {
      case 'if':
        return this.#walkChain(instruction, region, around);
      case 'decide':
        return this.#walkTable(instruction.table, region, around);
      case 'propose':
        return this.#walkProposal(instruction.action, region, around);
      case 'hold-until':
        return this.#decide(instruction.condition, region).yes;
      case 'hold-for':
      case 'escalate':
      case 'close':
      case 'stop':
        return space.nothing;
      case 'go-to-step':
        return this.#jump(instruction.step, region);
      default:
        return region;
    }
  }

  #walkChain(chain: IfInstruction, start: Region, around: readonly Handler[]): Region {
    const space = this.space;
    let region = start;
    let out = space.nothing;
    let unknown = space.nothing;
    for (const { condition, span, body } of chain.branches) {
      const decided = this.#decide(condition, region);
      this.#enter(span.from, decided.yes);
      out = space.union(out, this.walkBody(body, decided.yes, around));
      unknown = space.union(unknown, decided.unknown);
      region = decided.no;
    }
    if (chain.otherwise) {
      this.#enter(chain.otherwise.span.from, region);
      region = this.walkBody(chain.otherwise.body, region, around);
    }
    if (!chain.unknown) this.#stop(unknown);
    else {
      this.#enter(chain.unknown.span.from, unknown);
      out = space.union(out, this.walkBody(chain.unknown.body, unknown, around));
    }
    return space.union(out, region);
  }

  #walkTable(name: string, start: Region, around: readonly Handler[]): Region {
    const space = this.space;
    const decision = this.#sop.decisions.find((table) => table.name === name);
    if (!decision || this.#depth >= deepestTables) return start;
    this.#depth++;
    const rows =
      decision.mode === 'first match'
        ? this.#firstMatches(decision.rows, start)
        : this.#onlyMatches(decision.rows, start);
    let out = space.nothing;
    let left = start;
    decision.rows.forEach(({ span, body }, at) => {
      const region = rows[at] ?? space.nothing;
      this.#enter(span.from, region);
      left = space.subtract(left, region);
      out = space.union(out, this.walkBody(body, region, around));
    });
    this.#stop(left);
    this.#depth--;
    return out;
  }

  #firstMatches(rows: readonly { readonly cells: readonly CheckedExpression[] }[], start: Region): Region[] {
    let region = start;
    return rows.map(({ cells }) => {
      for (const cell of cells) this.#decide(cell, region);
      const { yes, no } = this.space.decideAll(cells);
      const applies = this.space.intersect(region, yes);
      region = this.space.intersect(region, no);
      return applies;
    });
  }

  #onlyMatches(rows: readonly { readonly cells: readonly CheckedExpression[] }[], start: Region): Region[] {
    const space = this.space;
    for (const { cells } of rows) for (const cell of cells) this.#decide(cell, start);
    const decided = rows.map(({ cells }) => space.decideAll(cells));
    return decided.map(({ yes }, at) =>
      decided.reduce(
        (region, other, index) => (index === at ? region : space.intersect(region, other.no)),
        space.intersect(start, yes),
      ),
    );
  }

  /** A closed lock: the action's own `On failure of` answers, or a gate. */
  #walkProposal(name: string, region: Region, around: readonly Handler[]): Region {
    const lock = this.#sop.actions.find((action) => action.name === name)?.onlyIf;
    if (!lock) return region;
    const space = this.space;
    const { yes } = this.#decide(lock, region);
    const closed = space.subtract(region, yes);
    const handler = around.find(
      (found) => found.kind === 'on-failure' && 'action' in found.of && found.of.action === name,
    );
    if (!handler) this.#stop(closed);
    else {
      this.#enter(handler.span.from, closed);
      if (this.#depth < deepestTables) {
        this.#depth++;
        const after = this.walkBody(
          handler.body,
          closed,
          around.filter((other) => other !== handler),
        );
        this.#depth--;
        return space.union(yes, after);
      }
    }
    return yes;
  }

  /** The same facts lead back here until the limit is reached, so a jump back changes nothing. */
  #jump(step: number, region: Region): Region {
    const target = this.#sop.steps.findIndex(({ number }) => number === step);
    if (target <= this.#step) return region;
    this.#jumps.set(step, this.space.union(this.#jumps.get(step) ?? this.space.nothing, region));
    return this.space.nothing;
  }

  #decide(condition: CheckedExpression, region: Region) {
    const space = this.space;
    const present = this.deciding.get(condition) ?? space.nothing;
    this.deciding.set(condition, space.union(present, region));
    const { yes, no, unknown } = space.decide(condition);
    return {
      yes: space.intersect(region, yes),
      no: space.intersect(region, no),
      unknown: space.intersect(region, unknown),
    };
  }

  #enter(from: number, region: Region): void {
    this.branches.set(from, this.space.union(this.branches.get(from) ?? this.space.nothing, region));
  }

  #stop(region: Region): void {
    this.stuck = this.space.union(this.stuck, region);
  }
}
