import { checkExpression } from '../facts/check-expression.ts';
import { startChecking, typeOf, type Checking } from '../facts/checking.ts';
import type { CheckedExpression } from '../facts/checked-expression.ts';
import { compareDecimals } from '../facts/decimal.ts';
import { divideDecimals } from '../facts/divide-decimals.ts';
import type { ComparisonSign, Expression, ExpressionOf } from '../facts/expression.ts';
import type { ExpressionType } from '../facts/expression-type.ts';
import type { FactName, FactType } from '../facts/value.ts';
import { amountForms, amountOf, differences, hasAmount } from './amount-forms.ts';
import { canBeAnything, makesChoice, stepOf } from './computed-parts.ts';
import { cutOf, placesAround, todayDraft, type Cut } from './cut-of-form.ts';
import { daysSinceKey, ownKey, type DimensionDraft, type DimensionDrafts } from './dimension-draft.ts';
import { directionKey, unitForm, zero, type LinearForm } from './linear-form.ts';
import { itemKey, questionKey, textOf } from './question-key.ts';
import { sumSteps, sumType, sumValue, sumWords, type Term } from './sum-of-facts.ts';

/**
 * Reads what a condition asks for into the drafts: where each fact's answers have to be cut. What cannot be cut, such as a text test
 * or two facts that are compared, becomes a fact of our own in the tree that comes back; the rest of the tree stays as it is, so
 * that the ordinary evaluator decides it. Source: SOP language, section 6, last paragraph.
 */
export function rewriteCondition({ tree }: CheckedExpression, drafts: DimensionDrafts): Expression {
  const checking = startChecking();
  checkExpression(checking, tree);
  return new Rewriting(checking, drafts).condition(tree);
}

type Fact = ExpressionOf<'fact'>;

class Rewriting {
  readonly #checking: Checking;
  readonly #drafts: DimensionDrafts;
  /** Computed parts that stand as a fact of our own in the rewritten tree. */
  readonly #computed = new Map<Expression, Fact>();

  constructor(checking: Checking, drafts: DimensionDrafts) {
    this.#checking = checking;
    this.#drafts = drafts;
  }

  condition(node: Expression): Expression {
    switch (node.kind) {
      case 'literal':
      case 'undeclared':
        return node;
      case 'fact':
        this.#draftOf(node);
        return node;
      case 'and':
      case 'or':
        return { ...node, parts: node.parts.map((part) => this.condition(part)) };
      case 'not':
        return this.#not(node);
      case 'if':
        return {
          ...node,
          condition: this.condition(node.condition),
          // oxlint-disable-next-line no-thenable -- a tree is never awaited, and the language says “then”
          then: this.condition(node.then),
          otherwise: this.condition(node.otherwise),
        };
      case 'known':
        return this.#known(node);
      case 'comparison':
        return this.#comparison(node);
      case 'in-set':
        return this.#inSet(node);
      case 'in-range':
        return this.#inRange(node);
      case 'contains':
        return this.#contains(node, node.whole, node.part);
      case 'in-list':
        return this.#contains(node, node.list, node.operand);
      case 'call':
      case 'sum':
      case 'product':
      case 'minus':
        return this.#question(node);
    }
  }

  /** `x is not one of (…)` has the same words with and without its `not`: as a question it is asked as it is written. */
  #not(node: ExpressionOf<'not'>): Expression {
    const operand = this.condition(node.operand);
    const isSameQuestion =
      operand.kind === 'fact' && operand.fact.name === questionKey(node) && node.times % 2 === 1;
    return isSameQuestion ? operand : { ...node, operand };
  }

  #known(node: ExpressionOf<'known'>): Expression {
    if (node.operand.kind !== 'fact' || node.operand.fact.name === 'today') return this.#question(node);
    this.#draftOf(node.operand).canBeUnknown = true;
    return node;
  }

  #comparison(node: ExpressionOf<'comparison'>): Expression {
    const { left, right } = node;
    const type = this.#typeOf(left);
    if (type.kind === 'yes-no') return { ...node, left: this.condition(left), right: this.condition(right) };
    if (!hasAmount(type)) return this.#texts(node, [left, right]);
    const found = this.#cut(left, right);
    if (typeof found === 'object') return this.#direction(node, found) ?? this.#question(node);
    if (!found) return this.#question(node);
    const isRelative = found === 'days-since';
    return { ...node, left: this.#amount(left, isRelative), right: this.#amount(right, isRelative) };
  }

  #inSet(node: ExpressionOf<'in-set'>): Expression {
    const { operand, items } = node;
    const type = this.#typeOf(operand);
    const isYesNo = type.kind === 'yes-no';
    if (!isYesNo && !hasAmount(type)) return this.#texts(node, [operand, ...items]);
    const cuts = isYesNo ? [] : items.map((item) => this.#cut(operand, item));
    if (isYesNo || !cuts.every((cut) => cut === 'plain'))
      return this.condition({ ...node, kind: 'or', parts: items.map((item) => compared(node, '=', item)) });
    return { ...node, operand: this.#amount(operand), items: items.map((item) => this.#amount(item)) };
  }

  #inRange(node: ExpressionOf<'in-range'>): Expression {
    const { operand, range } = node;
    const ends = [range.from, range.to];
    if (!ends.every((end) => this.#cut(operand, end) === 'plain')) {
      const above = compared(node, range.fromIncluded ? '>=' : '>', range.from);
      const below = compared(node, range.toIncluded ? '<=' : '<', range.to);
      return this.condition({ ...node, kind: 'and', parts: [above, below] });
    }
    return {
      ...node,
      operand: this.#amount(operand),
      range: { ...range, from: this.#amount(range.from), to: this.#amount(range.to) },
    };
  }

  /** Cuts what a comparison asks for; the form of the difference where it asks for several facts; undefined where it has none. */
  #cut(left: Expression, right: Expression): Cut | LinearForm | undefined {
    const forms = differences(this.#formsOf(left), this.#formsOf(right));
    if (!forms) return undefined;
    const several = forms.filter(({ parts }) => parts.size > 1);
    if (several.length > 0) return forms.length === 1 ? several[0] : undefined;
    const cuts = new Set(forms.map((form) => cutOf(form)).filter((cut) => cut !== 'nothing'));
    const [cut = 'plain'] = cuts;
    // A test is decided with one idea of the present day: that of its own amounts, or that of a condition inside.
    const isMixed = cuts.size > 1 || (cut !== 'plain' && [left, right].some((part) => this.#asksToday(part)));
    if (isMixed) return undefined;
    const currency = currencyOf(this.#typeOf(left)) ?? currencyOf(this.#typeOf(right));
    return forms.every((form) => this.#cutOne(form, currency)) ? cut : undefined;
  }

  #cutOne(form: LinearForm, currency: string | undefined): boolean {
    const { constant, todays } = form;
    const [part] = form.parts;
    if (!part) {
      if (!todays.eq(zero))
        this.#drafts.of(todayDraft).thresholds.push(divideDecimals(constant, todays).neg());
      return true;
    }
    const [key, factor] = part;
    const draft = this.#drafts.find(key);
    if (!draft) return false;
    if (currency !== undefined) draft.currencies.add(currency);
    const amount = divideDecimals(constant, factor);
    const rounding = divideDecimals(form.rounding, factor).abs();
    const isRelative = !todays.eq(zero);
    if (isRelative && !(draft.type.kind === 'date' && todays.eq(factor.neg()))) return false;
    const places = placesAround(isRelative ? amount : amount.neg(), rounding, draft.type.kind === 'date');
    (isRelative ? draft.daysBefore : draft.thresholds).push(...places);
    return places.length > 0;
  }

  /** Whether an `if` inside an amount asks for the present day. */
  #asksToday(node: Expression): boolean {
    switch (node.kind) {
      case 'sum':
      case 'product':
        return [node.first, ...node.rest.map(({ operand }) => operand)].some((part) => this.#asksToday(part));
      case 'minus':
        return this.#asksToday(node.operand);
      case 'if':
        return (
          this.#usesOf(node.condition).includes('today') ||
          this.#asksToday(node.then) ||
          this.#asksToday(node.otherwise)
        );
      case 'call':
        return node.arguments.some((part) => this.#asksToday(part));
      default:
        return false;
    }
  }

  /** Several facts compared: their sum is a number of its own, so that `a < b`, `a = b` and `a > b` exclude each other. */
  #direction(node: ExpressionOf<'comparison'>, form: LinearForm): Expression | undefined {
    if (!form.todays.eq(zero) || !form.rounding.eq(zero)) return undefined;
    const unit = unitForm(form);
    const terms = unit ? this.#termsOf(unit) : [];
    const factor = form.parts.get(terms[0]?.draft.key ?? '');
    if (!unit || !factor) return undefined;
    const type = sumType(terms, currencyOf(this.#typeOf(node.left)) ?? currencyOf(this.#typeOf(node.right)));
    const value = sumValue(terms, type, unit.constant.neg());
    const uses = terms.flatMap(({ draft }) => draft.uses);
    const draft = this.#drafts.of({
      key: ownKey(`${type.kind} ${currencyOf(type) ?? ''} ${directionKey(unit)}`),
      ...sumWords(terms),
      is: 'question',
      type,
      uses: this.#usesOf(node),
      needs: this.#needsOf(node),
      // Two parts that rest on the same fact, such as `round(x, 0) - x`, cannot add up to everything.
      isQuestion: new Set(uses).size < uses.length,
      ...sumSteps(terms),
    });
    draft.thresholds.push(amountOf(value) ?? zero);
    const isTurned = compareDecimals(factor, zero) < 0 !== compareDecimals(form.over, zero) < 0;
    const right: Expression = { kind: 'literal', value, span: node.span, text: node.text };
    return { ...node, sign: isTurned ? turned[node.sign] : node.sign, left: factNode(draft, node), right };
  }

  #termsOf({ parts }: LinearForm): readonly Term[] {
    return [...parts].flatMap(([key, factor]) => {
      const draft = this.#drafts.find(key);
      return draft ? [{ factor, draft }] : [];
    });
  }

  #texts(node: Expression, parts: readonly Expression[]): Expression {
    const facts = parts.filter((part) => part.kind === 'fact');
    const texts = parts.filter((part) => part.kind === 'literal');
    const [fact] = facts;
    if (!fact || facts.length + texts.length < parts.length || facts.length > 1) return this.#question(node);
    this.#draftOf(fact).texts.push(...texts.map(({ value }) => value));
    return node;
  }

  #contains(node: Expression, whole: Expression, part: Expression): Expression {
    const isPlain = whole.kind === 'fact' && part.kind === 'literal';
    if (!isPlain) return this.#question(node);
    const isList = whole.fact.type?.kind === 'list';
    const name = `${whole.fact.name} contains ${textOf(part)}`;
    const draft = this.#drafts.of({
      key: ownKey(`${whole.fact.name} contains ${itemKey(part.value)}`),
      name,
      fact: whole.fact.name,
      is: 'question',
      type: { kind: 'yes-no' },
      uses: [whole.fact.name],
      needs: [whole.fact.name],
      isQuestion: !isList,
      contains: { in: isList ? 'list' : 'text', item: part.value },
    });
    return factNode(draft, node);
  }

  /** A part that nothing tells more about than that it is yes or no. */
  #question(node: Expression): Expression {
    const name = textOf(node);
    const draft = this.#drafts.of({
      key: questionKey(node),
      name,
      is: 'question',
      type: { kind: 'yes-no' },
      uses: this.#usesOf(node),
      needs: this.#needsOf(node),
      isQuestion: true,
    });
    return factNode(draft, node);
  }

  #formsOf(node: Expression) {
    return amountForms(node, {
      checking: this.#checking,
      partOf: (part) => (part.kind === 'fact' ? this.#draftOf(part).key : this.#computedPart(part)),
    });
  }

  /** `count(orders in dispute)`, `round(…)` and the like: a number of its own. */
  #computedPart(part: Expression): string | undefined {
    const type = factTypeOf(this.#typeOf(part));
    if (!type) return undefined;
    const argument = part.kind === 'call' ? part.arguments[0] : undefined;
    const isCount = part.kind === 'call' && part.name === 'count' && argument?.kind === 'fact';
    const isWhole = part.kind === 'call' && (part.name === 'count' || part.name === 'days between');
    const draft = this.#drafts.of({
      key: questionKey(part),
      name: textOf(part),
      fact: isCount ? argument.fact.name : undefined,
      is: isCount ? 'count' : 'question',
      type: isWhole ? { kind: 'count' } : type,
      uses: this.#usesOf(part),
      needs: this.#needsOf(part),
      isQuestion: !canBeAnything(part),
      ...stepOf(part),
    });
    this.#computed.set(part, factNode(draft, part));
    return draft.key;
  }

  /** The tree of an amount with its computed parts as facts of our own, and where days count from today also its dates. */
  #amount(node: Expression, isRelative = false): Expression {
    const computed = this.#computed.get(node);
    if (computed) return computed;
    switch (node.kind) {
      case 'fact':
        // What the amounts do not depend on, because it is taken away again, is asked for by its own name.
        return isRelative && (this.#drafts.find(node.fact.name)?.daysBefore.length ?? 0) > 0
          ? { ...node, fact: { ...node.fact, name: daysSinceKey(node.fact.name) } }
          : node;
      case 'sum':
      case 'product':
        return {
          ...node,
          first: this.#amount(node.first, isRelative),
          rest: node.rest.map((link) => ({ ...link, operand: this.#amount(link.operand, isRelative) })),
        };
      case 'minus':
        return { ...node, operand: this.#amount(node.operand, isRelative) };
      case 'if':
        return {
          ...node,
          condition: this.condition(node.condition),
          // oxlint-disable-next-line no-thenable -- a tree is never awaited, and the language says “then”
          then: this.#amount(node.then, isRelative),
          otherwise: this.#amount(node.otherwise, isRelative),
        };
      case 'call':
        return { ...node, arguments: node.arguments.map((argument) => this.#amount(argument, isRelative)) };
      default:
        return node;
    }
  }

  #draftOf({ fact }: Fact): DimensionDraft {
    const type: FactType = fact.type ?? { kind: 'text' };
    return this.#drafts.of({
      key: fact.name,
      name: fact.name,
      fact: fact.name,
      is: 'fact',
      type,
      uses: [fact.name],
    });
  }

  #typeOf(node: Expression): ExpressionType {
    return typeOf(this.#checking, node);
  }

  /** Facts without which a part is unknown: all that it uses, where nothing in it makes a choice. */
  #needsOf(node: Expression): readonly FactName[] {
    return makesChoice(node) ? [] : this.#usesOf(node);
  }

  #usesOf(node: Expression): readonly FactName[] {
    const checking = startChecking();
    checkExpression(checking, node);
    return [...checking.uses];
  }
}

const turned: Readonly<Record<ComparisonSign, ComparisonSign>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
};

/** A comparison of what a set or a range is asked about with one of its values. */
function compared(
  node: ExpressionOf<'in-set' | 'in-range'>,
  sign: ComparisonSign,
  right: Expression,
): ExpressionOf<'comparison'> {
  const { operand, span } = node;
  return {
    kind: 'comparison',
    sign,
    left: operand,
    right,
    span,
    text: `${operand.text} ${sign} ${right.text}`,
  };
}

function factNode({ key, type }: DimensionDraft, { span, text }: Expression): Fact {
  return { kind: 'fact', fact: { name: key, type, builtIn: false }, span, text };
}

function currencyOf(type: ExpressionType): string | undefined {
  return type.kind === 'money' ? type.currency : undefined;
}

function factTypeOf(type: ExpressionType): FactType | undefined {
  switch (type.kind) {
    case 'number-or-money':
      return { kind: 'number' };
    case 'untyped':
      return undefined;
    default:
      return type;
  }
}
