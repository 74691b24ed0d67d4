import type { FunctionName } from '../facts/function-names.ts';
import type { FactType } from '../facts/value.ts';
import type { Token } from './condition-tokens.ts';
import type { Expected } from './expected.ts';
import { functionShapes } from './function-items.ts';

type Frame =
  | { readonly is: 'group' }
  | { readonly is: 'set'; readonly left: FactType | undefined }
  | {
      readonly is: 'call';
      readonly name: FunctionName;
      readonly left: FactType | undefined;
      readonly isCompared: boolean;
    };

/** Reads the pieces before a place and says what can follow them. */
export function expectedAfter(tokens: readonly Token[]): Expected {
  const state = new ConditionState();
  for (const token of tokens) state.take(token);
  return state.expected;
}

class ConditionState {
  expected: Expected = { is: 'operand' };
  #left: FactType | undefined;
  #isCompared = false;
  #isBetween = false;
  /** Behind `+` and the like the left side stays what it was: a date and 3 days. */
  #isCalculated = false;
  #called: FunctionName | undefined;
  readonly #frames: Frame[] = [];

  take(token: Token): void {
    switch (token.is) {
      case 'fact':
        this.#operand(token.type);
        return;
      case 'value':
        this.#operand(token.type);
        if (token.type.kind === 'number' && this.#frames.at(-1)?.is !== 'call')
          this.expected = { is: 'unit', left: this.#left, isCompared: this.#isCompared };
        return;
      case 'function':
        this.#called = token.name;
        this.expected = { is: 'nothing' };
        return;
      case 'word':
        this.#word(token.word);
        return;
      case 'sign':
        this.#sign(token.sign);
        return;
      case 'quote':
      case 'undeclared':
        this.#undeclared(token);
    }
  }

  #operand(type: FactType | undefined): void {
    if (!this.#isCompared && !this.#isCalculated) this.#left = type;
    this.#isCalculated = false;
    this.#operator();
  }

  #operator(): void {
    const isInside = ['call', 'set'].includes(this.#frames.at(-1)?.is ?? '');
    this.expected = isInside
      ? { is: 'nothing' }
      : { is: 'operator', left: this.#left, isCompared: this.#isCompared };
  }

  #value(): void {
    this.expected = { is: 'value', left: this.#left };
  }

  #start(): void {
    this.#left = undefined;
    this.#isCompared = false;
    this.#isBetween = false;
    this.expected = { is: 'operand' };
  }

  /** `3 days`, `200 USD`; any other word is the beginning of a name. */
  #undeclared(token: Token): void {
    if (this.expected.is === 'unit' && token.is === 'undeclared') this.#operator();
    else this.expected = { is: 'nothing' };
  }

  #word(word: string): void {
    switch (word) {
      case 'and':
      case 'or':
        if (this.#isBetween || this.#frames.at(-1)?.is === 'set') this.#value();
        else this.#start();
        this.#isBetween = false;
        return;
      case 'if':
      case 'then':
      case 'else':
        this.#start();
        return;
      case 'not':
        if (this.expected.is === 'after-is')
          this.expected = { is: 'after-is', left: this.#left, isNegated: true };
        else if (this.expected.is !== 'operand') this.expected = { is: 'nothing' };
        return;
      default:
        this.#comparingWord(word);
    }
  }

  #comparingWord(word: string): void {
    this.#isCompared = true;
    switch (word) {
      case 'is':
        this.expected = { is: 'after-is', left: this.#left, isNegated: false };
        return;
      case 'in':
      case 'of':
        this.expected = { is: 'set', left: this.#left };
        return;
      case 'known':
      case 'unknown':
        this.#operator();
        return;
      case 'between':
        this.#isBetween = true;
        this.#value();
        return;
      case 'contains':
      case 'least':
      case 'most':
      case 'than':
      case 'before':
      case 'after':
        this.#value();
        return;
      default:
        this.expected = { is: 'nothing' };
    }
  }

  #sign(sign: string): void {
    if (sign === '(' || sign === '[') this.#open();
    else if (sign === ')' || sign === ']') this.#close();
    else if (['=', '!=', '<', '<=', '>', '>='].includes(sign)) {
      this.#isCompared = true;
      this.#value();
    } else if (['+', '-', '*', '/'].includes(sign)) {
      this.#isCalculated = true;
      this.#value();
    } else if (sign === ',' || sign === '..') this.#next();
    else if (sign !== '%') this.expected = { is: 'nothing' };
  }

  #open(): void {
    if (this.#called !== undefined) {
      this.#frames.push({ is: 'call', name: this.#called, left: this.#left, isCompared: this.#isCompared });
      this.expected = { is: 'argument', of: this.#called };
      this.#called = undefined;
      this.#isCompared = true;
    } else if (this.expected.is === 'set') {
      this.#frames.push({ is: 'set', left: this.#left });
      this.#value();
    } else {
      this.#frames.push({ is: 'group' });
      this.#start();
    }
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (frame?.is === 'call') {
      this.#isCompared = frame.isCompared;
      this.#left = frame.isCompared ? frame.left : functionShapes[frame.name].gives;
    } else if (frame?.is === 'set') {
      this.#left = frame.left;
      this.#isCompared = true;
    } else {
      this.#left = undefined;
      this.#isCompared = false;
    }
    this.#operator();
  }

  #next(): void {
    const frame = this.#frames.at(-1);
    if (frame?.is === 'call') this.expected = { is: 'argument', of: frame.name };
    else if (frame?.is === 'set') this.#value();
    else this.expected = { is: 'nothing' };
  }
}
