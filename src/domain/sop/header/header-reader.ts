import { closestSpelling } from '../../facts/closest-spelling.ts';
import { didYouMean, errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem, Span } from '../../facts/problem.ts';
import type { PlacedText } from '../placed-text.ts';
import { warningAt } from '../problem-at.ts';
import type { YamlEntry, YamlValue } from './read-yaml.ts';

const headerKeys = [
  'sop',
  'title',
  'version',
  'status',
  'for',
  'owner',
  'reviewed',
  'review_every',
  'matches',
  'records',
  'inputs',
  'actions',
] as const;

export type HeaderKey = (typeof headerKeys)[number];

/** Gives the values of a header by their keys, and collects what is wrong with them. */
export class HeaderReader {
  /** Where a key that is missing is reported. */
  readonly place: Span;
  readonly #values = new Map<HeaderKey, YamlValue>();
  readonly #problems: Problem[] = [];

  constructor(entries: readonly YamlEntry[], place: Span) {
    this.place = place;
    const others: YamlEntry[] = [];
    for (const entry of this.withoutTwins(entries)) {
      const known = headerKeys.find((name) => name === entry.key.text);
      if (known) this.#values.set(known, entry.value);
      else others.push(entry);
    }
    for (const entry of others) this.#takeUnknownKey(entry);
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

  invalid(span: Span, message: string, values: Readonly<Record<string, string | undefined>> = {}): void {
    this.report(errorAt(span, { id: 'header-invalid', message, values }));
  }

  missing(key: HeaderKey, message: string): void {
    // It stands there, in a line that has no colon.
    if (this.#problems.some(({ values }) => values['written']?.startsWith(`${key} `))) return;
    this.report(errorAt(this.place, { id: 'header-missing', message, values: { key } }));
  }

  has(key: HeaderKey): boolean {
    return this.#values.has(key);
  }

  /** The text of a key; undefined where it is absent, empty, or no text. `missing` says what is missing if it is needed. */
  text(key: HeaderKey, missing: string | undefined): PlacedText | undefined {
    const value = this.#values.get(key);
    if (value && value.is !== 'text')
      this.invalid(value.span, `${quoted(key)} needs a text on one line.`, { key });
    else if (value && value.text.text.trim() !== '') return value.text.trim();
    else if (missing !== undefined) this.missing(key, missing);
    return undefined;
  }

  /** The entries below a key, without those that stand there twice. */
  entries(key: HeaderKey): readonly YamlEntry[] {
    const value = this.#values.get(key);
    if (value?.is === 'keys') return this.withoutTwins(value.entries);
    const isEmpty = value === undefined || (value.is === 'text' && value.text.text.trim() === '');
    if (!isEmpty)
      this.invalid(value.span, `Below ${quoted(key)} every line has the form “name: …”.`, { key });
    return [];
  }

  /** Every key once; the first one counts. */
  withoutTwins(entries: readonly YamlEntry[]): readonly YamlEntry[] {
    const seen = new Set<string>();
    return entries.filter(({ key }) => {
      const name = key.text.trim();
      if (!seen.has(name)) return seen.add(name);
      this.invalid(key.span, `${quoted(name)} stands in the header twice. The first one counts.`, { name });
      return false;
    });
  }

  /** A misspelt key is reported, and read as the one that was meant, so that one slip is one problem. */
  #takeUnknownKey({ key, value }: YamlEntry): void {
    const name = key.text.trim();
    const suggestion = closestSpelling(name, headerKeys);
    const meant = headerKeys.find((known) => known === suggestion && !this.#values.has(known));
    const message = `${quoted(name)} is not a key of the header.`;
    if (meant) {
      this.invalid(key.span, `${message}${didYouMean(meant)}`, { name, suggestion: meant });
      this.#values.set(meant, value);
    } else {
      const found = {
        id: 'header-invalid',
        message: `${message} Nothing reads it.`,
        values: { name },
      } as const;
      this.report(warningAt(key.span, found));
    }
  }
}
