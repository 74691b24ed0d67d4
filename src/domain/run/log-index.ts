import type { CommandId, RunEvent } from './events.ts';
import { LogDoesNotFit } from './log-does-not-fit.ts';

/** An answer in the log, with its place in it. */
export type Logged<T extends RunEvent = RunEvent> = { readonly event: T; readonly at: number };

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;

/** Commands whose readings replace what was read before, whatever path asked for it first. */
const refreshPrefix = 'refresh/';

/**
 * A log, ready for replay: answers by command, readings that refresh a fact, and the events that fix history.
 * Somebody acted on what was known then, so a fact that is read again later changes only what comes after.
 * What people propose beside the SOP has a history of its own: it never moves the line between what was known and what came later.
 */
export class LogIndex {
  readonly refreshes: readonly Logged<EventOf<'fact-read' | 'fact-failed'>>[];
  readonly #byCommand = new Map<CommandId, Logged[]>();
  /** Proposals beside the SOP, by what they are about. Of two with the same id the first counts. */
  readonly #added = new Map<CommandId, Logged<EventOf<'proposal-added'>>[]>();
  readonly #fixed: Logged[] = [];
  readonly #consumed = new Set<number>();
  #nextFixed = 0;

  constructor(log: readonly RunEvent[]) {
    const refreshes: Logged<EventOf<'fact-read' | 'fact-failed'>>[] = [];
    const beside = this.#indexAdded(log);
    log.forEach((event, at) => {
      if (!('command' in event) || event.type === 'proposal-added') return;
      if (beside.has(event.command)) this.#addBeside({ event, at }, event.command);
      else if (
        (event.type === 'fact-read' || event.type === 'fact-failed') &&
        event.command.startsWith(refreshPrefix)
      )
        refreshes.push({ event, at });
      else this.#add({ event, at }, event.command);
    });
    this.refreshes = refreshes;
  }

  /** The last answer of a kind to a command. Reading it counts as using it. */
  find<Type extends RunEvent['type']>(command: CommandId, type: Type): Logged<EventOf<Type>> | undefined {
    let found: Logged<EventOf<Type>> | undefined;
    for (const logged of this.#byCommand.get(command) ?? []) {
      if (!isOf(logged, type)) continue;
      this.#consume(logged.at);
      found = logged;
    }
    return found;
  }

  /** All answers of a kind to a command, in order. */
  all<Type extends RunEvent['type']>(command: CommandId, type: Type): readonly Logged<EventOf<Type>>[] {
    const found = this.peek(command, type);
    for (const { at } of found) this.#consume(at);
    return found;
  }

  /** The same without using them. */
  peek<Type extends RunEvent['type']>(command: CommandId, type: Type): readonly Logged<EventOf<Type>>[] {
    return (this.#byCommand.get(command) ?? []).filter((logged) => isOf(logged, type));
  }

  /** What people have proposed beside the SOP about a command, in order. */
  addedAbout(command: CommandId): readonly Logged<EventOf<'proposal-added'>>[] {
    return this.#added.get(command) ?? [];
  }

  /** Everything that people have proposed beside the SOP. */
  get added(): readonly Logged<EventOf<'proposal-added'>>[] {
    return [...this.#added.values()].flat();
  }

  /** Readings before this place in the log were known when the next thing that fixed history happened. */
  get horizon(): number {
    while (this.#nextFixed < this.#fixed.length && this.#consumed.has(this.#fixed[this.#nextFixed]?.at ?? -1))
      this.#nextFixed++;
    return this.#fixed[this.#nextFixed]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** The first answer that fixed history and that the SOP never asked for. */
  firstUnused(): CommandId | undefined {
    const unused = this.#fixed.find(({ at }) => !this.#consumed.has(at));
    return unused && 'command' in unused.event ? unused.event.command : undefined;
  }

  #add(logged: Logged, command: CommandId): void {
    this.#file(logged, command);
    if (fixesHistory(logged.event)) this.#fixed.push(logged);
  }

  #addBeside(logged: Logged, command: CommandId): void {
    if (!answersAdded(logged.event))
      throw new LogDoesNotFit(command, 'which nobody asks of a proposal that a person added');
    this.#file(logged, command);
  }

  #file(logged: Logged, command: CommandId): void {
    const present = this.#byCommand.get(command);
    if (present) present.push(logged);
    else this.#byCommand.set(command, [logged]);
  }

  /** The ids of all of them. */
  #indexAdded(log: readonly RunEvent[]): ReadonlySet<CommandId> {
    const ids = new Set<CommandId>();
    log.forEach((event, at) => {
      if (event.type !== 'proposal-added') return;
      if (!isNamedAfter(event))
        throw new LogDoesNotFit(event.command, 'which is no name of a proposal that a person adds');
      const present = this.#added.get(event.about) ?? [];
      if (!ids.has(event.command)) this.#added.set(event.about, [...present, { event, at }]);
      ids.add(event.command);
    });
    return ids;
  }

  #consume(at: number): void {
    this.#consumed.add(at);
  }
}

function isOf<Type extends RunEvent['type']>(logged: Logged, type: Type): logged is Logged<EventOf<Type>> {
  return logged.event.type === type;
}

const suffixes = { undo: 'undo', 'ask-colleague': 'ask' } as const;

/** The id of the next proposal of a kind about a command, after so many others: `2.1/undo#0`. */
export function addedId(about: CommandId, because: keyof typeof suffixes, count: number): CommandId {
  return `${about}/${suffixes[because]}#${count}`;
}

/** An id of any other form could hide the history of the SOP's own proposal. */
function isNamedAfter({ command, about, because }: EventOf<'proposal-added'>): boolean {
  const prefix = `${about}/${suffixes[because]}#`;
  return command.startsWith(prefix) && /^\d+$/.test(command.slice(prefix.length));
}

function answersAdded({ type }: RunEvent): boolean {
  return (
    type === 'proposal-decided' ||
    type === 'execution-intended' ||
    type === 'execution-ended' ||
    type === 'record-chosen'
  );
}

/** An approval alone does not: it may be given again after something has changed. Its execution does. */
function fixesHistory(event: RunEvent): boolean {
  switch (event.type) {
    case 'execution-intended':
    case 'execution-ended':
    case 'gate-answered':
    case 'judgement-answered':
    case 'question-answered':
    case 'deviation-chosen':
    case 'customer-answered':
    case 'manual-step-done':
    case 'section-written':
      return true;
    case 'proposal-decided':
      return event.decision === 'rejected';
    default:
      return false;
  }
}
