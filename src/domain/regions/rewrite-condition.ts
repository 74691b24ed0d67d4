import { checkExpression } from '../facts/check-expression.ts';
import { writtenPlaces } from '../facts/check-call.ts';
import { toFactJson } from '../facts/canonical-text.ts';
import { startChecking, typeOf, type Checking } from '../facts/checking.ts';
import type { CheckedExpression } from '../facts/checked-expression.ts';
import { compareDecimals, decimalText, parseDecimal, type Decimal } from '../facts/decimal.ts';
import { divideDecimals } from '../facts/divide-decimals.ts';
import type { ComparisonSign, Expression, ExpressionOf } from '../facts/expression.ts';
import type { ExpressionType } from '../facts/expression-type.ts';
import { foldCase, foldSpace } from '../facts/fold-text.ts';
import type { FactName, FactType, Value } from '../facts/value.ts';
import { amountForms, differences, hasAmount } from './amount-forms.ts';
import { daysSinceKey, ownKey, type DimensionDraft, type DimensionDrafts } from './dimension-draft.ts';
import { directionKey, one, unitForm, zero, type LinearForm } from './linear-form.ts';

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
    const factor = unit && form.parts.get([...unit.parts.keys()][0] ?? '');
    if (!factor) return undefined;
    const currency = currencyOf(this.#typeOf(node.left)) ?? currencyOf(this.#typeOf(node.right));
    const number = unit.constant.neg();
    const value: Value =
      currency === undefined ? { kind: 'number', number } : { kind: 'money', amount: number, currency };
    const draft = this.#drafts.of({
      key: ownKey(`${currency ?? 'number'} ${directionKey(unit)}`),
      ...this.#sumWords(unit, this.#typeOf(node.left).kind === 'date'),
      is: 'question',
      type: currency === undefined ? { kind: 'number' } : { kind: 'money', currency },
      uses: this.#usesOf(node),
      needs: this.#needsOf(node),
      isQuestion: this.#isEntangled(unit),
      ...this.#sumSteps(unit),
    });
    draft.thresholds.push(number);
    const isTurned = compareDecimals(factor, zero) < 0 !== compareDecimals(form.over, zero) < 0;
    const right: Expression = { kind: 'literal', value, span: node.span, text: node.text };
    return { ...node, sign: isTurned ? turned[node.sign] : node.sign, left: factNode(draft, node), right };
  }

  /** Whether two of the parts rest on the same fact, so that not every sum of them is possible: `round(x, 0) - x`. */
  #isEntangled({ parts }: LinearForm): boolean {
    const uses = [...parts.keys()].flatMap((key) => this.#drafts.find(key)?.uses ?? []);
    return new Set(uses).size < uses.length;
  }

  /** Whole numbers and dates add up to whole numbers, and numbers that are never below zero to one that is not either. */
  #sumSteps({ parts }: LinearForm): Pick<DimensionDraft, 'step' | 'least'> {
    const terms = [...parts].map(([key, factor]) => ({ factor, type: this.#drafts.find(key)?.type.kind }));
    const isWhole = terms.every(
      ({ factor, type }) => (type === 'count' || type === 'date') && factor.round(0, 0).eq(factor),
    );
    const isPositive = terms.every(
      ({ factor, type }) => type === 'count' && compareDecimals(factor, zero) > 0,
    );
    return { step: isWhole ? one : undefined, least: isWhole && isPositive ? zero : undefined };
  }

  /** `a - b`, or `a + 2 * b` with the words of its parts. */
  #sumWords({ parts }: LinearForm, areDates: boolean): Pick<DimensionDraft, 'name' | 'compared'> {
    const terms = [...parts].map(([key, factor]) => ({ factor, name: this.#drafts.find(key)?.name ?? key }));
    const [first, second] = terms;
    const name = terms.map(({ factor, name: part }, at) => termText(factor, part, at)).join(' ');
    const isDifference = terms.length === 2 && second?.factor.eq('-1') === true;
    const compared =
      first && second && isDifference ? { left: first.name, right: second.name, areDates } : undefined;
    return { name, compared };
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
        return isRelative && node.fact.name !== 'today'
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

/** Whether a part can have a value although a fact in it is unknown. */
function makesChoice(node: Expression): boolean {
  switch (node.kind) {
    case 'literal':
    case 'fact':
      return false;
    case 'sum':
    case 'product':
      return makesChoice(node.first) || node.rest.some(({ operand }) => makesChoice(operand));
    case 'minus':
      return makesChoice(node.operand);
    case 'call':
      return node.arguments.some(makesChoice);
    case 'comparison':
      return makesChoice(node.left) || makesChoice(node.right);
    case 'contains':
      return makesChoice(node.whole) || makesChoice(node.part);
    default:
      return true;
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

/** What a comparison cuts: facts as they are, dates by their days since today, the present day itself. */
type Cut = 'plain' | 'days-since' | 'today';

function cutOf({ parts, todays }: LinearForm): Cut | 'nothing' {
  if (parts.size === 0) return todays.eq(zero) ? 'nothing' : 'today';
  return todays.eq(zero) ? 'plain' : 'days-since';
}

const todayDraft = {
  key: 'today',
  name: 'today',
  fact: 'today',
  is: 'fact',
  type: { kind: 'date' },
  uses: ['today'],
} as const;

/** More days of rounding than this are no amount that anybody compares. */
const mostRounding = 10;

/** A threshold, and where days were rounded on the way also those beside it; none where it could lie anywhere between. */
function placesAround(threshold: Decimal, rounding: Decimal, isDate: boolean): readonly Decimal[] {
  if (rounding.eq(zero)) return [threshold];
  if (!isDate) return [];
  const days = Number(rounding.round(0, 3).toFixed());
  if (days > mostRounding) return [];
  return Array.from({ length: 2 * days + 1 }, (_, at) => threshold.plus(String(at - days)));
}

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

/** Whether a computed amount can have every value of its type: else a region that rests on it may be impossible. */
function canBeAnything(part: Expression): boolean {
  if (part.kind === 'call') {
    const [argument] = part.arguments;
    return argument?.kind === 'fact' && (part.name !== 'round' || argument.fact.type?.kind !== 'count');
  }
  if (part.kind !== 'product') return false;
  const operands = [part.first, ...part.rest.map(({ operand }) => operand)];
  const facts = operands.flatMap((operand) => (operand.kind === 'fact' ? [operand.fact] : []));
  const isPlain = facts.every(({ type }) => type?.kind === 'number' || type?.kind === 'money');
  return isPlain && facts.length === operands.length && new Set(facts).size === facts.length;
}

/** `round(x, 2)` goes in steps of 0.01. */
function stepOf(part: Expression): { readonly step?: Decimal | undefined } {
  if (part.kind !== 'call' || part.name !== 'round') return {};
  const places = writtenPlaces(part.arguments[1]) ?? 0;
  return { step: parseDecimal(places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`) };
}

function factNode({ key, type }: DimensionDraft, { span, text }: Expression): Fact {
  return { kind: 'fact', fact: { name: key, type, builtIn: false }, span, text };
}

/** The same question has the same key, in whatever case it is asked. Nothing inside of quotes is folded but case. */
function questionKey(node: Expression): string {
  return ownKey(foldCase(wholeText(node)));
}

function itemKey(item: Value): string {
  return item.kind === 'list' ? '' : foldCase(JSON.stringify(toFactJson({ kind: 'list', items: [item] })));
}

function textOf(node: Expression): string {
  return foldSpace(wholeText(node));
}

/** The words of a part; of a cell together with those of its column. */
function wholeText(node: Expression): string {
  const { span, text } = node;
  const isOfCell = (operand: Expression) => operand.span.to <= span.from || operand.span.from >= span.to;
  switch (node.kind) {
    case 'comparison':
      return isOfCell(node.left) ? `${node.left.text} ${node.sign} ${node.right.text}` : text;
    case 'in-set':
      return isOfCell(node.operand)
        ? `${node.operand.text} in (${node.items.map((item) => item.text).join(', ')})`
        : text;
    case 'in-range':
      return isOfCell(node.operand) ? `${node.operand.text} in ${text}` : text;
    case 'in-list':
      return isOfCell(node.operand) ? `${node.operand.text} in ${node.list.text}` : text;
    case 'known':
      return isOfCell(node.operand) ? `${node.operand.text} is known` : text;
    case 'not': {
      const operand = wholeText(node.operand);
      return operand === node.operand.text ? text : `not ${operand}`;
    }
    default:
      return text;
  }
}

function termText(factor: Decimal, name: string, at: number): string {
  const size = factor.abs();
  const term = size.eq('1') ? name : `${decimalText(size)} * ${name}`;
  const isLess = compareDecimals(factor, zero) < 0;
  if (at === 0) return isLess ? `-${term}` : term;
  return `${isLess ? '-' : '+'} ${term}`;
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
