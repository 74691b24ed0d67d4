import type { FactName } from '../../facts/value.ts';
import type { Region, Space } from '../../regions/space.ts';
import type { Fork } from './fork.ts';
import { forkRegions, type ForkRegions } from './fork-regions.ts';
import { isAsking, type Asking } from './bearing-turns.ts';
import { shareFacts, type Path, type Turn } from './path.ts';

type Options = {
  /** The turns that count; the space knows their conditions. */
  readonly turns: ReadonlySet<Turn>;
  /** What stands for runs of which nobody can say whether they come along. */
  readonly perhaps: 'everything' | 'nothing';
  /** What stands for `If unknown` where no condition asks whether a fact is known, so that the space knows no unknown facts. */
  readonly stopped: 'everything' | 'nothing';
  /** Facts of which a test does not count any more once they may have changed: such runs are left out. */
  readonly fresh?: ReadonlySet<FactName>;
};

/** A part of the space, and the facts in question that were tested on the way to it. */
type Reached = { readonly region: Region; readonly tested: ReadonlySet<FactName> };

/**
 * Says in which part of a space a path is taken, if facts stay as they are. That they do is always possible, so whoever lies in
 * that part surely comes along. Each older part of a path is computed once.
 */
export class PathRegions {
  readonly #space: Space;
  readonly #options: Options;
  readonly #forks: Map<Fork, ForkRegions>;
  readonly #reached = new Map<Path, Reached>();

  /** `forks` keeps what is known of forks, for several readers of one space. */
  constructor(space: Space, options: Options, forks = new Map<Fork, ForkRegions>()) {
    this.#space = space;
    this.#options = options;
    this.#forks = forks;
    this.#reached.set(undefined, { region: space.everything, tested: new Set() });
  }

  regionOf(path: Path): Region {
    const open: NonNullable<Path>[] = [];
    let at = path;
    for (; at && !this.#reached.has(at); at = at.before) open.push(at);
    let reached = this.#reached.get(at) ?? { region: this.#space.everything, tested: new Set() };
    for (const part of open.toReversed()) {
      reached = this.#follow(part.turn, reached);
      this.#reached.set(part, reached);
    }
    return reached.region;
  }

  #follow(turn: Turn, before: Reached): Reached {
    const { nothing } = this.#space;
    switch (turn.is) {
      case 'changed':
        return shareFacts(turn.facts, before.tested) ? { ...before, region: nothing } : before;
      case 'perhaps':
        return this.#options.perhaps === 'nothing' ? { ...before, region: nothing } : before;
      default:
        return this.#options.turns.has(turn) ? this.#narrow(turn, before) : before;
    }
  }

  #narrow(turn: Asking, before: Reached): Reached {
    const tested = this.#testedWith(turn, before.tested);
    if (turn.is !== 'any') {
      return { region: this.#space.intersect(before.region, this.#regionOfTurn(turn)), tested };
    }
    let region = this.#space.nothing;
    for (const way of turn.of) {
      let reached = before;
      for (const inner of way) {
        reached = isAsking(inner) ? this.#narrow(inner, reached) : this.#follow(inner, reached);
      }
      region = this.#space.union(region, reached.region);
    }
    return { region, tested };
  }

  #testedWith({ facts }: Asking, tested: Reached['tested']): Reached['tested'] {
    const { fresh } = this.#options;
    if (!fresh || !shareFacts(facts, fresh)) return tested;
    return new Set([...tested, ...[...facts].filter((fact) => fresh.has(fact))]);
  }

  #regionOfTurn(turn: Exclude<Asking, { is: 'any' }>): Region {
    if (turn.is === 'decided') {
      const { yes } = this.#space.decide(turn.condition);
      return turn.as === 'yes' ? yes : this.#space.subtract(this.#space.everything, yes);
    }
    const { taken, rest, stopped } = this.#regionsOf(turn.fork);
    if (turn.at === 'rest') return rest;
    if (turn.at === 'stopped') return stopped === this.#space.nothing ? this.#stopped : stopped;
    return taken[turn.at] ?? this.#space.nothing;
  }

  get #stopped(): Region {
    return this.#options.stopped === 'everything' ? this.#space.everything : this.#space.nothing;
  }

  #regionsOf(fork: Fork): ForkRegions {
    const present = this.#forks.get(fork);
    if (present) return present;
    const made = forkRegions(this.#space, fork);
    this.#forks.set(fork, made);
    return made;
  }
}
