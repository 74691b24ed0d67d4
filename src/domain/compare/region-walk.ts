import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Span } from '../facts/problem.ts';
import type { Decided, Region, Space } from '../regions/space.ts';
import type { Body, Decision, Handler } from '../sop/document.ts';
import type { Times } from './count-up.ts';
import type { Effect, Names } from './effect.ts';
import type { Occurrence, Part, ProposalOccurrence } from './occurrence.ts';
import type { WorkLimit } from './work-limit.ts';

/**
 * A walk through a document as the engine does it, with all cases at once: where a run comes to each instruction if every proposal
 * is approved and succeeds, every gate says yes, and no fact changes on the way. A fact that only a text or a parameter needs
 * counts as given. A case goes one way only, so what it has passed is told by its region.
 */
export type RegionWalk = {
  readonly space: Space;
  readonly names: Names;
  readonly limit: WorkLimit;
  readonly occurrences: Occurrence[];
  readonly proposals: ProposalOccurrence[];
  readonly entries: Map<string, Region>;
  /** Where each gate and judgement has been passed. */
  readonly passed: Map<string, Passed>;
  /** How often each action was proposed, and each jump taken. */
  readonly times: Times;
  /** Ways that go on at another step. */
  readonly jumps: Jump[];
  /** What is being walked and not yet left: it is not walked inside itself. */
  readonly running: Set<Body | Decision | Handler>;
  /** Bodies of handlers and refusals that have been walked. */
  readonly walkedAsides: Set<Body>;
  /** What answers for failures and rejections, with its part. */
  readonly handlers: HandlerPlace[];
  /** Where somebody has said no or something failed: what happens there is told apart. */
  readonly aside: Part | undefined;
};

export type HandlerPlace = { readonly part: Part; readonly handler: Handler };
type Passed = { readonly effect: Effect; readonly region: Region };
type Jump = { readonly step: number; readonly region: Region };

/** The bodies around an instruction, nearest first, the part they stand in, and the conditions that led there. */
export type WalkScope = {
  readonly body: Body;
  readonly around: WalkScope | undefined;
  readonly part: Part;
  readonly conditions: readonly Condition[];
};

/** A condition on the way to an instruction. */
export type Condition = { readonly span: Span; readonly decided: Decided };

/** The scope of a body inside another one. */
export function inside(scope: WalkScope, body: Body, conditions: readonly Condition[] = []): WalkScope {
  return { body, around: scope, part: scope.part, conditions: [...scope.conditions, ...conditions] };
}

/** Where a condition of the document is yes, no and unknown. */
export function decide({ space, names }: RegionWalk, condition: CheckedExpression): Decided {
  return space.decide(names.condition(condition));
}

/** Notes that something happens in a region. */
export function note(
  { space, occurrences, aside }: RegionWalk,
  { part, conditions }: WalkScope,
  {
    effects,
    region,
    span,
  }: { readonly effects: readonly Effect[]; readonly region: Region; readonly span: Span },
): void {
  if (region === space.nothing) return;
  for (const effect of effects)
    occurrences.push({ effect: beside(effect, aside), region, part: aside ?? part, span, conditions });
}

/** What happens only where something failed or was refused is another effect than the same on the way itself. */
export function beside(effect: Effect, aside: Part | undefined): Effect {
  if (!aside) return effect;
  const { key, detail } = effect;
  const kind = effect.kind === 'action' ? effect.kind : 'failure';
  const moved = detail ? { detail: { ...detail, of: beside(detail.of, aside) } } : {};
  return { ...effect, key: `${aside.key} ${key}`, kind, aside, ...moved };
}
