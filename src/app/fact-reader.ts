import type { FactJson } from '../domain/facts/fact-json.ts';
import type { FactName } from '../domain/facts/value.ts';
import type { Failure } from '../domain/run/events.ts';
import { typeOfFact } from './give-facts.ts';
import type { ChosenRecord, ReadAnswer, Records, SystemSource } from './ports/records.ts';
import type { PublishedSop } from './ports/library.ts';
import type { Ticket } from './ports/ticket-desk.ts';
import { reasonOf } from './reason-of.ts';

type Freshness = 'shared' | 'newest';

export type FactReaderOptions = {
  readonly records: Records;
  readonly sop: PublishedSop;
  readonly ticket: () => Ticket;
  /** What the run knows already; undefined where unknown. */
  readonly known: (name: FactName) => FactJson | undefined;
  readonly chosen: ChosenRecord;
};

/**
 * Reads the facts of one SOP from their systems. Facts by which others are looked up, such as the order number, are read first.
 * What was read ahead is kept until the run asks for it.
 */
export class FactReader {
  readonly #options: FactReaderOptions;
  readonly #ahead = new Map<FactName, Promise<ReadAnswer>>();
  /** Values of facts that were read ahead, for look-ups by them. */
  readonly #values = new Map<FactName, FactJson>();
  readonly #wasRead = new Set<FactName>();

  constructor(options: FactReaderOptions) {
    this.#options = options;
  }

  /** Starts reading everything that the SOP takes from a system, in parallel. */
  readAhead(): void {
    for (const { name, source } of this.#options.sop.sop.inputs)
      if (source.from === 'system') void this.#startAhead(name, source);
  }

  /** Reads what other facts and actions are looked up by: for a run that goes on with facts of its log. */
  async readKeys(): Promise<void> {
    const { inputs } = this.#options.sop.sop;
    const keys = new Set(
      inputs.flatMap(({ name, source }) => (source.from === 'system' ? this.#keysOf(name, source) : [])),
    );
    const ofTicket = inputs.flatMap(({ name, source }) =>
      source.from === 'system' && source.system === 'zendesk' ? [name] : [],
    );
    await Promise.all([...new Set([...keys, ...ofTicket])].map((key) => this.#readKey(key)));
  }

  /** Reads a fact, or takes what was read ahead. Never rejects. */
  async read(name: FactName, source: SystemSource, freshness: Freshness): Promise<ReadAnswer> {
    const ahead = this.#ahead.get(name);
    this.#ahead.delete(name);
    const answer = freshness === 'shared' ? await ahead : undefined;
    if (answer && !isKeyMissing(answer) && !isUndecided(answer)) return answer;
    return this.#readAfterKeys(name, source, freshness);
  }

  #startAhead(name: FactName, source: SystemSource): Promise<ReadAnswer> {
    const present = this.#ahead.get(name);
    if (present) return present;
    const answer = this.#readAfterKeys(name, source, 'shared');
    this.#ahead.set(name, answer);
    return answer;
  }

  async #readAfterKeys(name: FactName, source: SystemSource, freshness: Freshness): Promise<ReadAnswer> {
    // Two facts that are each looked up by the other would wait for each other for ever.
    const keys = this.#keysOf(name, source).filter((key) => !this.#isLookedUpBy(key, name, new Set()));
    await Promise.all(keys.map((key) => this.#readKey(key)));
    const answer = await this.#ask(name, source, freshness);
    if (answer.is === 'read' && answer.reading.is === 'value') this.#values.set(name, answer.reading.value);
    else this.#values.delete(name);
    this.#wasRead.add(name);
    return answer;
  }

  async #readKey(key: FactName): Promise<void> {
    const source = this.#sourceOf(key);
    const isOpen = this.valueOf(key) === undefined && !this.#wasRead.has(key);
    if (source && (isOpen || this.#ahead.has(key))) await this.#startAhead(key, source);
  }

  #keysOf(name: FactName, source: SystemSource): readonly FactName[] {
    const { sop } = this.#options.sop;
    const declared = sop.inputs.map((input) => input.name);
    return this.#options.records.keyFacts(source, sop.records, declared).filter((key) => key !== name);
  }

  #isLookedUpBy(name: FactName, other: FactName, seen: Set<FactName>): boolean {
    if (name === other) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    const source = this.#sourceOf(name);
    return (
      source !== undefined && this.#keysOf(name, source).some((key) => this.#isLookedUpBy(key, other, seen))
    );
  }

  #sourceOf(name: FactName): SystemSource | undefined {
    const source = this.#options.sop.sop.inputs.find((input) => input.name === name)?.source;
    return source?.from === 'system' ? source : undefined;
  }

  async #ask(fact: FactName, source: SystemSource, freshness: Freshness): Promise<ReadAnswer> {
    const { records, sop, ticket } = this.#options;
    const keyFact = (name: FactName) => this.valueOf(name);
    try {
      return await records.read({
        fact,
        type: typeOfFact(sop, fact) ?? { kind: 'text' },
        source,
        records: sop.sop.records,
        ticket: ticket(),
        keyFact,
        chosen: this.#options.chosen,
        freshness,
      });
    } catch (error) {
      return { is: 'failed', system: source.system, failure: unavailable(error) };
    }
  }

  /** A fact by which others may be looked up; undefined where unknown. */
  valueOf(name: FactName): FactJson | undefined {
    return (
      this.#options.known(name) ?? this.#values.get(name) ?? this.#options.ticket().facts[name] ?? undefined
    );
  }
}

/** Read ahead before its key was known, for example because the key stands in the message. */
function isKeyMissing(answer: ReadAnswer): boolean {
  return answer.is === 'read' && answer.reading.is === 'none' && answer.reading.because === 'key-missing';
}

/** Several records fitted; by now a person may have said which one is meant. */
function isUndecided(answer: ReadAnswer): boolean {
  return answer.is === 'read' && answer.choice !== undefined;
}

/** A port that breaks its promise not to reject is a system that did not answer. */
const unavailable = (error: unknown): Failure => ({ code: 'unavailable', reason: reasonOf(error) });
