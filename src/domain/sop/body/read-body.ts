import { unreadLine } from '../instruction/manual-step.ts';
import type { Phrase } from '../instruction/phrase.ts';
import {
  readInstructions,
  type InstructionsResult,
  type PlacedSimple,
} from '../instruction/read-instructions.ts';
import { splitClauses, type Clause } from '../instruction/split-clauses.ts';
import type { Body } from '../document.ts';
import type { List, ListItem } from '../markdown/block.ts';
import { PlacedText } from '../placed-text.ts';
import { attachRefused } from './attach-refused.ts';
import { readChainPart, type ChainPart } from './chain-part.ts';
import { growChain, type ChainState, type ClosedChain } from './grow-chain.ts';
import { emptyDraft, finishBody, type BodyDraft, type Place } from './draft.ts';
import { isHandler, readHandler } from './read-handler.ts';
import { isLoose } from './is-loose.ts';
import { findLostBullets } from './lost-bullet.ts';
import { lineOfItem, oneLine, partsOf, readNote, type Line } from './line.ts';
import { innerIf, misplacedWhen } from './misplaced.ts';

/** What a body is made of: words behind a colon, nested bullets, or both. */
export type BodySource = {
  readonly inline: { readonly phrase: Phrase; readonly cites: readonly string[] } | undefined;
  readonly lists: readonly List[];
};

/**
 * Reads what a step, a branch or a handler does. Instructions on the same line are numbered straight on, and so are bullets; the
 * joined instructions of one bullet are numbered behind its own number. Source: SOP language, section 2.
 */
export function readBody(source: BodySource, place: Place): Body {
  const draft = emptyDraft();
  const reader = new BodyReader(place, draft, 1);
  if (source.inline) reader.addInline(source.inline.phrase, source.inline.cites);
  for (const list of source.lists) reader.addList(list);
  return finishBody(draft, place.reading.source);
}

class BodyReader {
  readonly #place: Place;
  readonly #draft: BodyDraft;
  #next: number;
  #chain: ChainState;
  #closed: ClosedChain | undefined;

  constructor(place: Place, draft: BodyDraft, next: number) {
    this.#place = place;
    this.#draft = draft;
    this.#next = next;
  }

  addInline(phrase: Phrase, cites: readonly string[]): void {
    const [first, ...refused] = splitClauses(phrase);
    const words = first?.kind === 'plain' ? first.whole : phrase;
    const result = this.#readWords(words, phrase);
    if (result.is !== 'read') return this.#addText(phrase, this.#takePath(), cites);
    for (const instruction of result.instructions) this.#addSimple(instruction, this.#takePath(), cites);
    if (first?.kind === 'plain') for (const clause of refused) this.#attachRefused(clause, cites, []);
  }

  /** Reads instructions and reports what is wrong with them; `all` is what a person ticks off where they are none. */
  #readWords(words: Phrase, all: Phrase): InstructionsResult {
    const { reading, step } = this.#place;
    const result = readInstructions(words, { reading, step });
    if (result.is !== 'unread') reading.reportAll(result.problems);
    else reading.report(innerIf(all, reading) ?? unreadLine(all, result.because, reading));
    return result;
  }

  addList(list: List): void {
    this.#closeChain('list');
    for (const item of list.items) this.#addItem(item);
  }

  #addItem(item: ListItem): void {
    const { reading, notes } = this.#place;
    for (const note of partsOf(item).notes) {
      notes.push(readNote(PlacedText.at(reading.source, note), reading));
      reading.reportAll(findLostBullets(note, reading));
    }
    const line = lineOfItem(item, reading);
    if (line && !line.phrase.isEmpty) return this.#addLine(line, this.#takePath());
    const { lists } = partsOf(item);
    if (lists.length > 0) this.#addBelow(lists, this.#takePath(), 1);
  }

  #addLine(line: Line, path: string): void {
    const clauses = splitClauses(line.phrase);
    const [first] = clauses;
    switch (first?.kind) {
      case 'if':
      case 'else-if':
      case 'else':
      case 'if-unknown':
        return this.#addConditional(line, path, clauses);
      case 'if-refused':
        return this.#addRefused(line, path, first);
      case 'on-failure':
      case 'on-rejection':
        return this.#addHandler(line, path, first);
      case 'when':
        return this.#addWhen(line, path, first);
      case 'plain':
      case undefined:
        return this.#addPlain(line, path, clauses);
    }
  }

  #addPlain(line: Line, path: string, [first, ...refused]: readonly Clause[]): void {
    this.#closeChain('bullet');
    const { reading, step } = this.#place;
    const result = readInstructions(first?.whole ?? line.phrase, { reading, step });
    if (result.is === 'unread') return this.#addManual(line, path, result.because);
    reading.reportAll(result.problems);
    if (result.is === 'wrong') this.#addText(line.phrase, path, line.cites);
    else this.#addJoined(result.instructions, path, line.cites);
    for (const clause of refused) this.#attachRefused(clause, line.cites, line.lists);
    if (refused.length > 0) return;
    const joined = result.is === 'read' ? result.instructions.length : 1;
    this.#addBelow(line.lists, path, joined > 1 ? joined + 1 : 1);
  }

  #addJoined(instructions: readonly PlacedSimple[], path: string, cites: readonly string[]): void {
    for (const [index, instruction] of instructions.entries()) {
      const own = instructions.length === 1 ? path : `${path}.${String(index + 1)}`;
      this.#addSimple(instruction, own, cites);
    }
  }

  #addSimple({ simple, words }: PlacedSimple, path: string, cites: readonly string[]): void {
    this.#draft.instructions.push({ ...simple, path, span: words.span, cites });
  }

  /** Bullets below one that is no condition come right after it. */
  #addBelow(lists: readonly List[], path: string, next: number): void {
    const below = new BodyReader({ ...this.#place, prefix: `${path}.` }, this.#draft, next);
    for (const list of lists) below.addList(list);
  }

  /**
   * A bullet that the app cannot run. What stands below it may depend on what it says, so that is ticked off by a person too and
   * never run by itself.
   */
  #addManual(line: Line, path: string, because: string | undefined): void {
    const { reading } = this.#place;
    reading.report(unreadLine(line.phrase, because, reading));
    this.#addText(line.phrase, path, line.cites);
    let number = 0;
    for (const item of line.lists.flatMap(({ items }) => items)) {
      const below = lineOfItem(item, reading);
      if (!below) continue;
      number += 1;
      this.#addManual(
        below,
        `${path}.${String(number)}`,
        'It stands below a bullet that the app cannot run.',
      );
    }
  }

  #addText(phrase: Phrase, path: string, cites: readonly string[]): void {
    this.#draft.instructions.push({
      kind: 'manual',
      path,
      span: phrase.span,
      cites,
      text: oneLine(phrase.words),
    });
  }

  #addConditional(line: Line, path: string, clauses: readonly Clause[]): void {
    const { reading } = this.#place;
    const parts = this.#readParts(line, path, clauses);
    if (isLoose(parts, { chain: this.#chain, reading })) {
      this.#chain = 'loose';
      return this.#addManual(line, path, undefined);
    }
    for (const part of parts) {
      this.#chain = growChain(this.#chain, part, {
        line,
        path,
        draft: this.#draft,
        reading,
        closed: this.#closed,
      });
    }
  }

  #closeChain(by: ClosedChain['by']): void {
    if (typeof this.#chain === 'object') this.#closed = { chain: this.#chain, by };
    else if (!this.#closed?.chain.isBroken) this.#closed = undefined;
    this.#chain = undefined;
  }

  #readParts(line: Line, path: string, clauses: readonly Clause[]): readonly ChainPart[] {
    const isNew = clauses[0]?.kind === 'if' || typeof this.#chain !== 'object';
    const chainPath = isNew || typeof this.#chain !== 'object' ? path : this.#chain.path;
    let branch = isNew || typeof this.#chain !== 'object' ? 0 : this.#chain.branches.length;
    return clauses.map((clause, index) => {
      if (clause.kind === 'if' || clause.kind === 'else-if') branch += 1;
      const lists = index === clauses.length - 1 ? line.lists : [];
      const readBranch = (source: BodySource, label: string): Body =>
        readBody(source, { ...this.#place, prefix: `${chainPath}>${label}.` });
      return readChainPart(clause, {
        branch,
        cites: line.cites,
        lists,
        reading: this.#place.reading,
        readBranch,
      });
    });
  }

  #addRefused(line: Line, path: string, clause: Clause): void {
    const gate = this.#attachRefused(clause, line.cites, line.lists);
    if (!gate && !this.#place.reading.declared.isCodified) this.#addManual(line, path, undefined);
  }

  #attachRefused(clause: Clause, cites: readonly string[], lists: readonly List[]): boolean {
    const readRefused = (source: BodySource, gatePath: string): Body =>
      readBody(source, { ...this.#place, prefix: `${gatePath}>refused.` });
    return attachRefused(clause, {
      cites,
      lists,
      draft: this.#draft,
      reading: this.#place.reading,
      readRefused,
    });
  }

  #addHandler(line: Line, path: string, clause: Clause): void {
    const readInside = (source: BodySource, label: string): Body =>
      readBody(source, { ...this.#place, prefix: `${path}>${label}.` });
    const result = readHandler(clause, { line, path, reading: this.#place.reading, readInside });
    if (isHandler(result)) this.#draft.handlers.push(result);
    else if (result === 'manual') this.#addManual(line, path, undefined);
    else this.#addText(line.phrase, path, line.cites);
  }

  #addWhen(line: Line, path: string, clause: Clause): void {
    this.#chain = undefined;
    const problem = misplacedWhen(clause, this.#place.reading);
    if (!problem) return this.#addManual(line, path, undefined);
    this.#place.reading.report(problem);
    this.#addText(line.phrase, path, line.cites);
  }

  #takePath(): string {
    const path = `${this.#place.prefix}${String(this.#next)}`;
    this.#next += 1;
    return path;
  }
}
