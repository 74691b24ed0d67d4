import type { Decimal } from '../facts/decimal.ts';
import type { FactName, FactType, Value } from '../facts/value.ts';
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
  /** The money that it is compared with, where its own type does not say. */
  currency: string | undefined;
  canBeUnknown: boolean;
  /** The facts that it rests on. */
  readonly uses: readonly FactName[];
  /** Never sure: a test of a text can be answered by another one. */
  readonly isQuestion: boolean;
  readonly contains: Contained | undefined;
  readonly compared: Compared | undefined;
};

type Given = Pick<DimensionDraft, 'key' | 'name' | 'is' | 'type' | 'uses'> &
  Partial<Pick<DimensionDraft, 'fact' | 'isQuestion' | 'contains' | 'compared'>>;

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
      contains: undefined,
      compared: undefined,
      ...given,
      thresholds: [],
      daysBefore: [],
      texts: [],
      currency: given.type.kind === 'money' ? given.type.currency : undefined,
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

/** Keys of our own start with a sign that no name of a fact has. */
export const ownKey = (text: string): string => `=${text}`;
