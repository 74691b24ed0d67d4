import { quoted } from '../facts/found-problem.ts';
import type { Span } from '../facts/problem.ts';
import type { YamlEntry, YamlValue } from '../sop/header/read-yaml.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import type { Findings } from './api-problem.ts';

type SectionOptions<Key extends string> = {
  readonly keys: readonly Key[];
  /** Where a key that is missing is reported. */
  readonly place: Span;
  /** `the action “hold”` */
  readonly called: string;
  readonly findings: Findings;
};

/** A part of the document with known keys: each once, none besides. */
export class Section<Key extends string> {
  readonly place: Span;
  readonly called: string;
  readonly findings: Findings;
  readonly #entries = new Map<string, YamlEntry>();

  constructor(entries: readonly YamlEntry[], { keys, place, called, findings }: SectionOptions<Key>) {
    this.place = place;
    this.called = called;
    this.findings = findings;
    for (const entry of withoutTwins(entries, findings)) {
      const name = entry.key.text.trim();
      if (keys.some((key) => key === name)) this.#entries.set(name, entry);
      else {
        const message = `${quoted(name)} is not a key of ${called}.`;
        findings.unknown(entry.key.span, { id: 'api-key-unknown', message, name, known: keys });
      }
    }
  }

  has(key: Key): boolean {
    return this.#entries.has(key);
  }

  value(key: Key): YamlValue | undefined {
    return this.#entries.get(key)?.value;
  }

  /** Where a key stands. */
  spanOf(key: Key): Span {
    return this.#entries.get(key)?.key.span ?? this.place;
  }

  /** The text of a key; undefined where it is absent or no text. */
  text(key: Key): PlacedText | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    const text = textOf(entry);
    if (text === undefined)
      this.findings.error(entry.key.span, {
        id: 'api-value',
        message: `${quoted(key)} of ${this.called} needs a text on one line.`,
        values: { key },
      });
    return text;
  }

  /** The text of a key that has to be there; `write` is how it may look. */
  need(key: Key, write: string): PlacedText | undefined {
    if (!this.has(key)) this.missing(key, write);
    return this.text(key);
  }

  missing(key: Key, write: string): void {
    this.findings.error(this.place, {
      id: 'api-key-missing',
      message: `${quoted(key)} is missing in ${this.called}. Write ${quoted(write)}.`,
      values: { key },
    });
  }

  /** The entries below a key, each once. */
  entries(key: Key): readonly YamlEntry[] {
    const entry = this.#entries.get(key);
    if (entry === undefined) return [];
    if (entry.value.is === 'keys') return withoutTwins(entry.value.entries, this.findings);
    this.findings.error(entry.key.span, {
      id: 'api-value',
      message: `Below ${quoted(key)} of ${this.called} every line has the form “name: …”.`,
      values: { key },
    });
    return [];
  }
}

/** Longer than this nothing is that stands behind a key; longer ones would take long to read. */
const longestText = 1000;

/** The text of an entry, trimmed; undefined where it has none. */
export function textOf({ value }: YamlEntry): PlacedText | undefined {
  const text = value.is === 'text' ? value.text.trim() : undefined;
  return text === undefined || text.isEmpty || text.text.length > longestText ? undefined : text;
}

/** Every key once; the first one counts. */
function withoutTwins(entries: readonly YamlEntry[], findings: Findings): readonly YamlEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ key }) => {
    const name = key.text.trim();
    if (!seen.has(name)) return seen.add(name);
    const message = `${quoted(name)} stands there twice.`;
    findings.error(key.span, { id: 'api-key-twice', message, values: { name } });
    return false;
  });
}
