import type { Decimal } from '../facts/decimal.ts';
import type { FactName, FactType, Value } from '../facts/value.ts';
import { one, zero } from './linear-form.ts';
import type { Compared, Contained, Dimension } from './space.ts';

/** A dimension while conditions are read: what they compare it with is not all known yet. */
export type DimensionDraft = {
  /** The name under which the evaluator finds its value: the fact's, or one of our own for what is computed. */
  readonly key: FactName;
  readonly name: string;
  readonly fact: FactName | undefined;
  readonly is: Dimension['is'];
  readonly type: FactType;
  /** Where its truth can change: amounts in the unit of the type, dates in days since 1970. */
  readonly thresholds: Decimal[];
  /** Days before today where its truth can change: what `days since …` and `today` compare a date with. */
  readonly daysBefore: Decimal[];
  readonly texts: Value[];
  /** Its currency, or where its own type does not say those that it is compared with. */
  readonly currencies: Set<string>;
  /** What it goes in steps of, such as 1; undefined where there is always another amount between two. */
  readonly step: Decimal | undefined;
  /** The least that it can be. */
  readonly least: Decimal | undefined;
  canBeUnknown: boolean;
  /** The facts that it rests on. */
  readonly uses: readonly FactName[];
  /** Without one of these facts it is unknown. */
  readonly needs: readonly FactName[];
  /** Never sure: a test of a text can be answered by another one. */
  readonly isQuestion: boolean;
  readonly contains: Contained | undefined;
  readonly compared: Compared | undefined;
};

type Given = Pick<DimensionDraft, 'key' | 'name' | 'is' | 'type' | 'uses'> &
  Partial<Pick<DimensionDraft, 'fact' | 'isQuestion' | 'contains' | 'compared' | 'step' | 'least' | 'needs'>>;

/** The dimensions that conditions ask for, in the order in which they are met. */
export class DimensionDrafts {
  readonly #drafts = new Map<string, DimensionDraft>();

  /** The draft of that key, made where it is met for the first time. */
  of(given: Given): DimensionDraft {
    const present = this.#drafts.get(given.key);
    if (present) return present;
    const draft: DimensionDraft = {
      fact: undefined,
      isQuestion: false,
      needs: [],
      contains: undefined,
      compared: undefined,
      ...stepsOf(given.type),
      ...given,
      thresholds: [],
      daysBefore: [],
      texts: [],
      currencies: new Set(given.type.kind === 'money' && given.type.currency ? [given.type.currency] : []),
      canBeUnknown: false,
    };
    this.#drafts.set(given.key, draft);
    return draft;
  }

  find(key: string): DimensionDraft | undefined {
    return this.#drafts.get(key);
  }

  get all(): readonly DimensionDraft[] {
    return [...this.#drafts.values()];
  }
}

/** Counts and dates are whole, and counts never below zero. */
function stepsOf({ kind }: FactType): Pick<DimensionDraft, 'step' | 'least'> {
  return {
    step: kind === 'count' || kind === 'date' ? one : undefined,
    least: kind === 'count' ? zero : undefined,
  };
}

/** The name under which a date is found where only its days since today are asked for. */
export const daysSinceKey = (fact: FactName): string => ownKey(`days since ${fact}`);

export const isDaysSinceKey = (key: string): boolean => key.startsWith(daysSinceKey(''));

/** Keys of our own start with a sign that no name of a fact has. */
export const ownKey = (text: string): string => `=${text}`;
