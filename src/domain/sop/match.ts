import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Expression } from '../facts/expression.ts';
import { partsOfExpression } from '../facts/parts-of-expression.ts';
import type { FactName, FactType, KnownFacts, Truth } from '../facts/value.ts';
import {
  conditionParts,
  ownWords,
  reasonsFor,
  renamed,
  type MatchReason,
  type Wording,
} from './condition-parts.ts';
import type { Sop, Source } from './document.ts';
import type { Mapping } from './mappings.ts';

/** Whose condition a fact is read for: names of two SOPs, or of a mapping and an SOP, may mean different fields. */
export type MatchOwner = `line ${number}` | `sop ${string}`;

/** A field that has to be read before it can be told which SOP fits. Facts that are always there are not among them. */
export type MatchFact = {
  readonly owner: MatchOwner;
  readonly name: FactName;
  readonly type: FactType;
  readonly source: Extract<Source, { from: 'system' }>;
};

/** An SOP that was looked at, what its own condition came to, and why. */
export type Considered = {
  readonly sop: Sop;
  readonly truth: Truth;
  readonly reasons: readonly MatchReason[];
};

/** A line that names an SOP which is not live or not there. It is passed over, and said. */
type DeadMapping = { readonly mapping: Mapping; readonly because: 'missing' | 'not-live' };

/** Which SOP a ticket is for. Nothing is chosen silently: every SOP that was looked at is there, with its reasons. */
export type MatchResult = {
  readonly considered: readonly Considered[];
  readonly dead: readonly DeadMapping[];
} & (
  | {
      readonly is: 'mapped';
      readonly sop: Sop;
      readonly mapping: Mapping;
      readonly reasons: readonly MatchReason[];
    }
  | { readonly is: 'off'; readonly mapping: Mapping; readonly reasons: readonly MatchReason[] }
  | { readonly is: 'matched'; readonly sop: Sop }
  | { readonly is: 'several' }
  | { readonly is: 'none' }
);

export type MatchOptions = {
  readonly mappings: readonly Mapping[];
  /** Only live ones that run on tickets count. */
  readonly sops: readonly Sop[];
  /** What is known for a line or an SOP: the facts that are always there, and its own fields. */
  readonly knownFor: (owner: MatchOwner) => KnownFacts;
};

/**
 * The first mapping whose condition is yes decides; with none, the live SOPs' own `matches`. An unknown condition never matches.
 * Source: docs/architecture.md, "Where things are kept"; SOP language, section 1.
 */
export function matchSop({ mappings, sops, knownFor }: MatchOptions): MatchResult {
  const live = sops.filter(({ status, for: on }) => status === 'live' && on === 'ticket');
  const considered = live.map((sop) => consider(sop, knownFor(`sop ${sop.id}`))).toSorted(bestFirst);
  const dead: DeadMapping[] = [];
  for (const mapping of mappings) {
    const known = knownFor(`line ${mapping.line}`);
    if (mapping.condition.decide(known).is !== 'yes') continue;
    const reasons = reasonsFor(mapping.parts, known, wordingOf(mapping));
    const { target } = mapping;
    if (target.is === 'none') return { is: 'off', mapping, reasons, considered, dead };
    const sop = live.find(({ id }) => id === target.id);
    if (sop) return { is: 'mapped', sop, mapping, reasons, considered, dead };
    dead.push({ mapping, because: sops.some(({ id }) => id === target.id) ? 'not-live' : 'missing' });
  }
  const fitting = considered.filter(({ truth }) => truth.is === 'yes');
  const [only] = fitting;
  if (only && fitting.length === 1) return { is: 'matched', sop: only.sop, considered, dead };
  return { is: fitting.length > 1 ? 'several' : 'none', considered, dead };
}

/**
 * The fields that have to be read before `matchSop` can say. `known` are the facts that are always there: what they rule out already needs
 * no field, because a definite answer stays whatever the others turn out to be.
 */
export function factsForMatching(
  sops: readonly Sop[],
  mappings: readonly Mapping[],
  known: KnownFacts,
): readonly MatchFact[] {
  return [
    ...mappings.filter(({ condition }) => !isRuledOut(condition, known)).flatMap(factsOfMapping),
    ...sops.filter(({ matches }) => matches && !isRuledOut(matches, known)).flatMap(factsOfSop),
  ];
}

/** A condition that asks whether something is known is not decided before it was looked up. Source: SOP language, section 3, "Safety property". */
function isRuledOut(condition: CheckedExpression, known: KnownFacts): boolean {
  return !asksWhetherKnown(condition.tree) && condition.decide(known).is === 'no';
}

function asksWhetherKnown(expression: Expression): boolean {
  return expression.kind === 'known' || partsOfExpression(expression).some(asksWhetherKnown);
}

function factsOfMapping({ line, fields }: Mapping): readonly MatchFact[] {
  return [...fields].map(([name, { type, source }]) => ({ owner: `line ${line}`, name, type, source }));
}

function factsOfSop({ id, matches, inputs }: Sop): readonly MatchFact[] {
  return inputs.flatMap(({ name, type, source }) => {
    const isUsed =
      matches?.facts.includes(name) === true && source.from === 'system' && source.system === 'zendesk';
    return isUsed ? [{ owner: `sop ${id}` as const, name, type, source }] : [];
  });
}

function consider(sop: Sop, known: KnownFacts): Considered {
  const { matches } = sop;
  if (!matches) return { sop, truth: { is: 'no' }, reasons: [] };
  const truth = renamed(matches.decide(known), ownWords);
  const reasons = reasonsFor(conditionParts(matches), known, ownWords);
  // What was not read, because another part rules the SOP out, is no reason.
  return { sop, truth, reasons: reasons.filter((part) => truth.is !== 'no' || part.truth.is !== 'unknown') };
}

/** Those that fit first, then those of which it is not known, and among these the one of which more parts hold. */
function bestFirst(a: Considered, b: Considered): number {
  return rank(b.truth) - rank(a.truth) || holding(b) - holding(a) || a.sop.title.localeCompare(b.sop.title);
}

const rank = ({ is }: Truth): number => (is === 'yes' ? 2 : is === 'unknown' ? 1 : 0);

const holding = ({ reasons }: Considered): number => reasons.filter(({ truth }) => truth.is === 'yes').length;

/** A mapping's fields stand in its condition under other names; people see what the line says. */
function wordingOf({ written, condition, fields }: Mapping): Wording {
  const start = condition.span.from;
  return {
    text: ({ span }) => written.slice(span.from - start, span.to - start),
    name: (fact) => fields.get(fact)?.written ?? fact,
  };
}
