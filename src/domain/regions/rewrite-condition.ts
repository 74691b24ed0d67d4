import { checkExpression } from '../facts/check-expression.ts';
import { startChecking, typeOf, type Checking } from '../facts/checking.ts';
import type { CheckedExpression } from '../facts/checked-expression.ts';
import { compareDecimals, decimalText, type Decimal } from '../facts/decimal.ts';
import { divideDecimals } from '../facts/divide-decimals.ts';
import type { ComparisonSign, Expression, ExpressionOf } from '../facts/expression.ts';
import type { ExpressionType } from '../facts/expression-type.ts';
import { foldSpace } from '../facts/fold-text.ts';
import type { FactName, FactType, Value } from '../facts/value.ts';
import { amountForms, differences, hasAmount } from './amount-forms.ts';
import { ownKey, type DimensionDraft, type DimensionDrafts } from './dimension-draft.ts';
import { directionKey, divideForm, zero, type LinearForm } from './linear-form.ts';

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
      operand.kind === 'fact' &&
      operand.fact.name === ownKey(textOf(node).toLowerCase()) &&
      node.times % 2 === 1;
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
    if (found === 'cut') return { ...node, left: this.#amount(left), right: this.#amount(right) };
    return (found && this.#direction(node, found)) ?? this.#question(node);
  }

  #inSet(node: ExpressionOf<'in-set'>): Expression {
    const { operand, items } = node;
    const type = this.#typeOf(operand);
    if (type.kind === 'yes-no')
      return { ...node, operand: this.condition(operand), items: items.map((item) => this.condition(item)) };
    if (!hasAmount(type)) return this.#texts(node, [operand, ...items]);
    if (!items.every((item) => this.#cut(operand, item) === 'cut')) return this.#question(node);
    return { ...node, operand: this.#amount(operand), items: items.map((item) => this.#amount(item)) };
  }

  #inRange(node: ExpressionOf<'in-range'>): Expression {
    const { operand, range } = node;
    const ends = [range.from, range.to];
    if (!ends.every((end) => this.#cut(operand, end) === 'cut')) return this.#question(node);
    return {
      ...node,
      operand: this.#amount(operand),
      range: { ...range, from: this.#amount(range.from), to: this.#amount(range.to) },
    };
  }

  /** Cuts the one fact that a comparison asks for; the form of the difference where it asks for several; undefined where it has none. */
  #cut(left: Expression, right: Expression): 'cut' | LinearForm | undefined {
    const forms = differences(this.#formsOf(left), this.#formsOf(right));
    if (!forms) return undefined;
    const several = forms.filter(({ parts }) => parts.size > 1);
    if (several.length > 0) return forms.length === 1 ? several[0] : undefined;
    const currency = currencyOf(this.#typeOf(left)) ?? currencyOf(this.#typeOf(right));
    return forms.every((form) => this.#cutOne(form, currency)) ? 'cut' : undefined;
  }

  #cutOne({ parts, constant, todays, isRounded }: LinearForm, currency: string | undefined): boolean {
    const [part] = parts;
    if (!part) return true;
    const [key, factor] = part;
    const draft = this.#drafts.find(key);
    if (!draft) return false;
    draft.currency ??= currency;
    const amount = divideDecimals(constant, factor);
    if (todays.eq(zero)) draft.thresholds.push(...around(amount.neg(), isRounded));
    else if (draft.type.kind === 'date' && todays.eq(factor.neg()))
      draft.daysBefore.push(...around(amount, isRounded));
    else return false;
    return true;
  }

  /** Several facts compared: their sum is a number of its own, so that `a < b`, `a = b` and `a > b` exclude each other. */
  #direction(node: ExpressionOf<'comparison'>, form: LinearForm): Expression | undefined {
    if (!form.todays.eq(zero) || form.isRounded) return undefined;
    const parts = new Map([...form.parts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const [factor] = parts.values();
    const unit = factor && divideForm({ ...form, parts }, factor);
    if (!unit) return undefined;
    const type = this.#typeOf(node.left);
    const number = unit.constant.neg();
    const value: Value =
      type.kind === 'money' && type.currency !== undefined
        ? { kind: 'money', amount: number, currency: type.currency }
        : { kind: 'number', number };
    const draft = this.#drafts.of({
      key: ownKey(`${value.kind} ${directionKey(unit)}`),
      ...this.#sumWords(unit, type.kind === 'date'),
      is: 'question',
      type: type.kind === 'money' && value.kind === 'money' ? type : { kind: 'number' },
      uses: this.#usesOf(node),
    });
    draft.thresholds.push(number);
    const sign = compareDecimals(factor, zero) < 0 ? turned[node.sign] : node.sign;
    const right: Expression = { kind: 'literal', value, span: node.span, text: node.text };
    return { ...node, sign, left: factNode(draft, node), right };
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
      key: ownKey(name.toLowerCase()),
      name,
      fact: whole.fact.name,
      is: 'question',
      type: { kind: 'yes-no' },
      uses: [whole.fact.name],
      isQuestion: !isList,
      contains: { in: isList ? 'list' : 'text', item: part.value },
    });
    return factNode(draft, node);
  }

  /** A part that nothing tells more about than that it is yes or no. */
  #question(node: Expression): Expression {
    const name = textOf(node);
    const draft = this.#drafts.of({
      key: ownKey(name.toLowerCase()),
      name,
      is: 'question',
      type: { kind: 'yes-no' },
      uses: this.#usesOf(node),
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
    const name = textOf(part);
    const draft = this.#drafts.of({
      key: ownKey(name.toLowerCase()),
      name,
      fact: isCount ? argument.fact.name : undefined,
      is: isCount ? 'count' : 'question',
      type: isWhole ? { kind: 'count' } : type,
      uses: this.#usesOf(part),
    });
    this.#computed.set(part, factNode(draft, part));
    return draft.key;
  }

  /** The tree of an amount with its computed parts as facts of our own. */
  #amount(node: Expression): Expression {
    const computed = this.#computed.get(node);
    if (computed) return computed;
    switch (node.kind) {
      case 'sum':
      case 'product':
        return {
          ...node,
          first: this.#amount(node.first),
          rest: node.rest.map((link) => ({ ...link, operand: this.#amount(link.operand) })),
        };
      case 'minus':
        return { ...node, operand: this.#amount(node.operand) };
      case 'if':
        return {
          ...node,
          condition: this.condition(node.condition),
          // oxlint-disable-next-line no-thenable -- a tree is never awaited, and the language says “then”
          then: this.#amount(node.then),
          otherwise: this.#amount(node.otherwise),
        };
      case 'call':
        return { ...node, arguments: node.arguments.map((argument) => this.#amount(argument)) };
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

function around(threshold: Decimal, isRounded: boolean): readonly Decimal[] {
  return isRounded ? [threshold.minus('1'), threshold, threshold.plus('1')] : [threshold];
}

function factNode({ key, type }: DimensionDraft, { span, text }: Expression): Fact {
  return { kind: 'fact', fact: { name: key, type, builtIn: false }, span, text };
}

function textOf({ text }: Expression): string {
  return foldSpace(text);
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
