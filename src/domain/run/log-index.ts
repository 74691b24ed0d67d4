import type { CommandId, RunEvent } from './events.ts';

/** An answer in the log, with its place in it. */
export type Logged<T extends RunEvent = RunEvent> = { readonly event: T; readonly at: number };

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;

/** Commands whose readings replace what was read before, whatever path asked for it first. */
const refreshPrefix = 'refresh/';

/**
 * A log, ready for replay: answers by command, readings that refresh a fact, and the events that fix history.
 * Somebody acted on what was known then, so a fact that is read again later changes only what comes after.
 */
export class LogIndex {
  readonly refreshes: readonly Logged<EventOf<'fact-read' | 'fact-failed'>>[];
  readonly #byCommand = new Map<CommandId, Logged[]>();
  readonly #fixed: Logged[] = [];
  readonly #consumed = new Set<number>();
  #nextFixed = 0;

  constructor(log: readonly RunEvent[]) {
    const refreshes: Logged<EventOf<'fact-read' | 'fact-failed'>>[] = [];
    log.forEach((event, at) => {
      if (!('command' in event)) return;
      if (
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
    const found = (this.#byCommand.get(command) ?? []).filter((logged) => isOf(logged, type));
    for (const { at } of found) this.#consume(at);
    return found;
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
    const present = this.#byCommand.get(command);
    if (present) present.push(logged);
    else this.#byCommand.set(command, [logged]);
    if (fixesHistory(logged.event)) this.#fixed.push(logged);
  }

  #consume(at: number): void {
    this.#consumed.add(at);
  }
}

function isOf<Type extends RunEvent['type']>(logged: Logged, type: Type): logged is Logged<EventOf<Type>> {
  return logged.event.type === type;
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
