import type { FactName, IsoDate, Value } from '../facts/value.ts';
import type { Command } from '../run/commands.ts';
import { expectationText, type Happening } from '../run/run-example.ts';
import type { Sop } from '../sop/document.ts';
import type { Expectation } from '../sop/example.ts';
import type { TestedExample } from './cover-examples.ts';
import type { Difference, Reason } from './difference.ts';
import { leadsTo } from './leads-to.ts';
import { forksOf, pathOf, pathsInRuns, type Fork } from './paths.ts';
import { lockReasons, reasonsAt, wayTaken, type Explaining } from './ways-of-run.ts';

/**
 * The first difference of a row, and why: where what happened and what was expected part, the condition that parts them; otherwise
 * what led to what happened. Undefined for a row that passes.
 */
export function explainDifference(sop: Sop, tested: TestedExample, today: IsoDate): Difference | undefined {
  const { result } = tested;
  if (result.is === 'passed') return undefined;
  const { expected, got } = result;
  return {
    expected: expected && expectationText(expected),
    got: got?.text,
    because: reasonsOf(explaining(sop, tested, today), expected, got),
  };
}

function explaining(sop: Sop, tested: TestedExample, today: IsoDate): Explaining {
  const paths = new Map(pathsInRuns(sop).map(({ path, placed }) => [path, placed.instruction]));
  return { sop, tested, today, known: knownIn(tested, today), paths };
}

/** What conditions knew at the end: what only fills in a text is unknown to them. */
function knownIn({ example, course }: TestedExample, today: IsoDate): ReadonlyMap<FactName, Value> {
  const known = new Map<FactName, Value>([['today', { kind: 'date', date: today }]]);
  for (const { name, state } of course.advanced.facts) {
    const isGiven = (example.facts.get(name) ?? null) !== null;
    if (state.is === 'known' && isGiven) known.set(name, state.value);
  }
  return known;
}

function reasonsOf(
  at: Explaining,
  expected: Expectation | undefined,
  got: Happening | undefined,
): readonly Reason[] {
  if (got?.command?.kind === 'missing') return reasonsForGate(at, got.command);
  if (got?.command && 'attempt' in got.command && got.command.attempt > 0)
    return [{ is: 'failed', name: failingOf(at, got.command) }];
  const way = forksOf(got?.command ? pathOf(got.command.id) : endOf(at));
  const wanted = expected ? pathsTo(at, expected).map(forksOf) : [];
  const parted = firstParting(at, way, wanted);
  if (parted) return parted;
  const led = (): readonly Reason[] | undefined => reasonsAt(at, way.at(-1), undefined);
  const missed = (): readonly Reason[] | undefined => firstMissed(at, wanted);
  return (got ? (led() ?? missed()) : (missed() ?? led())) ?? [];
}

type Missing = Extract<Command, { kind: 'missing' }>;

function reasonsForGate(at: Explaining, { missing, because, about, id }: Missing): readonly Reason[] {
  if (missing.length > 0) return [{ is: 'unknown', facts: missing }];
  switch (because) {
    case 'locked-action':
      return lockReasons(at, pathOf(id)) ?? [];
    case 'failure':
      return [{ is: 'failed', name: about.split(':')[0] ?? about }];
    case 'undecided-table':
      return [{ is: 'undecided', table: about }];
    default:
      return [];
  }
}

function failingOf({ tested }: Explaining, command: Command): string {
  const names = 'operation' in command ? [command.action, command.operation.split('.')[0]] : [];
  return tested.example.fails.find((name) => names.includes(name)) ?? names[0] ?? '';
}

/** The instruction with which a run ended. */
function endOf({ tested }: Explaining): string {
  const last = tested.course.advanced.trace.at(-1);
  const isCondition = last?.result === 'yes' || last?.result === 'no' || last?.result === 'unknown';
  return last && !isCondition ? pathOf(last.id) : '';
}

function pathsTo({ paths }: Explaining, expected: Expectation): readonly string[] {
  return [...paths].filter(([, instruction]) => leadsTo(instruction, expected)).map(([path]) => path);
}

/** The first fork at which the run went another way than what was expected stands. */
function firstParting(
  at: Explaining,
  way: readonly Fork[],
  wanted: readonly (readonly Fork[])[],
): readonly Reason[] | undefined {
  for (const fork of way) {
    const others = wanted.flatMap((forks) => forks.filter((other) => other.at === fork.at));
    const other = others.find(({ way: name }) => name !== fork.way);
    const reasons = other && reasonsAt(at, fork, other.way);
    if (reasons) return reasons;
  }
  return undefined;
}

/** The first fork on the way to what was expected at which the run took another way. */
function firstMissed(at: Explaining, wanted: readonly (readonly Fork[])[]): readonly Reason[] | undefined {
  for (const forks of wanted) {
    for (const fork of forks) {
      const taken = wayTaken(at, fork.at);
      if (taken === undefined) break;
      if (taken === fork.way) continue;
      const reasons = reasonsAt(at, { at: fork.at, way: taken }, fork.way);
      if (reasons) return reasons;
      break;
    }
  }
  return undefined;
}
