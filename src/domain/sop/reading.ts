import type { Problem } from '../facts/problem.ts';
import type { Vocabulary } from '../facts/vocabulary.ts';
import { checkText, type CheckedText } from './check-text.ts';
import type { Evidence } from './document.ts';
import type { NameList } from './name-list.ts';
import type { PlacedText } from './placed-text.ts';

/** The names that a document declares, which its bullets can speak of. */
export type Declared = {
  readonly vocabulary: Vocabulary;
  readonly actions: NameList;
  readonly tables: NameList;
  readonly replies: NameList;
  readonly steps: ReadonlySet<number>;
  /** Systems that the header speaks of, and Zendesk. */
  readonly systems: NameList;
  readonly evidence: readonly Evidence[];
  /** Without a header every bullet that cannot be run is a manual step, never an error: prose runs as a checklist. */
  readonly hasHeader: boolean;
  /** Whether the header declares a fact or an action, so that a doubtful bullet is rather a mistake than prose. */
  readonly isCodified: boolean;
};

/** Reading one document: what it declares, and the problems found so far. */
export class Reading {
  readonly source: string;
  readonly declared: Declared;
  readonly #labels: ReadonlyMap<string, string>;
  #problems: Problem[] = [];

  constructor(source: string, declared: Declared) {
    this.source = source;
    this.declared = declared;
    this.#labels = new Map(declared.evidence.map(({ label }) => [label.toLowerCase(), label]));
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  report(problem: Problem): void {
    this.#problems.push(problem);
  }

  reportAll(problems: readonly Problem[]): void {
    for (const problem of problems) this.report(problem);
  }

  /** Reads something without deciding yet whether its problems count. */
  attempt<Result>(read: () => Result): { readonly result: Result; readonly problems: readonly Problem[] } {
    const before = this.#problems;
    this.#problems = [];
    try {
      const result = read();
      return { result, problems: this.#problems };
    } finally {
      this.#problems = before;
    }
  }

  /** The label of a definition as it was written there. */
  findEvidence(label: string): string | undefined {
    return this.#labels.get(label.toLowerCase());
  }

  /** Reads a condition or expression; its problems are given back, not reported. */
  check(placed: PlacedText, { mustBeCondition }: { readonly mustBeCondition: boolean }): CheckedText {
    return checkText(placed, { vocabulary: this.declared.vocabulary, mustBeCondition });
  }
}

/** Whether one of the problems stands in the way of a run. */
export function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ level }) => level === 'error');
}
