import { foldName } from '../facts/fact-name.ts';
import type { FactName, IsoDate, Value } from '../facts/value.ts';
import type { Command } from '../run/commands.ts';
import { expectationText, type Happening } from '../run/run-example.ts';
import type { Instruction, Sop } from '../sop/document.ts';
import type { Expectation } from '../sop/example.ts';
import { allHandlers } from './all-instructions.ts';
import type { TestedExample } from './cover-examples.ts';
import type { Difference, Reason } from './difference.ts';
import { forksOf, pathOf, pathsInRuns, type Fork } from './paths.ts';
import { reasonsForWay, refusals, type Seen, type Ways } from './reasons-for-way.ts';

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

type Explaining = Seen & {
  readonly tested: TestedExample;
  readonly paths: ReadonlyMap<string, Instruction>;
};

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

/** Why the lock of a proposed action is closed. */
function lockReasons(at: Explaining, path: string): readonly Reason[] | undefined {
  const instruction = at.paths.get(path);
  if (instruction?.kind !== 'propose') return undefined;
  const lock = at.sop.actions.find(({ name }) => name === instruction.action)?.onlyIf;
  return lock && refusals(at, { conditions: [lock], row: undefined });
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

const isNamed = (name: string, wanted: string): boolean => foldName(name) === foldName(wanted);

function leadsTo(instruction: Instruction, expected: Expectation): boolean {
  switch (expected.is) {
    case 'propose':
      return instruction.kind === 'propose' && isNamed(instruction.action, expected.action);
    case 'gate':
      return instruction.kind === 'gate' && isNamed(instruction.role, expected.role);
    case 'escalate':
      return instruction.kind === 'escalate' && isNamed(instruction.team, expected.team);
    case 'draft-reply':
      return (
        instruction.kind === 'draft-reply' &&
        'named' in instruction.reply &&
        isNamed(instruction.reply.named, expected.reply)
      );
    case 'close':
      return instruction.kind === 'close' && isNamed(instruction.as, expected.as);
    case 'hold':
      return instruction.kind === 'hold-for' || instruction.kind === 'hold-until';
    case 'judge':
    case 'ask':
    case 'stop':
      return instruction.kind === expected.is;
  }
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

/** The way that the run took at a fork; undefined where it did not come there, or could not decide. */
function wayTaken({ tested, sop, paths }: Explaining, at: string): string | undefined {
  const { trace } = tested.course.advanced;
  const instruction = paths.get(at);
  if (instruction?.kind === 'decide') {
    const rows = sop.decisions.find(({ name }) => name === instruction.table)?.rows ?? [];
    const row = rows.findIndex(({ span }) =>
      trace.some(({ id, from, to }) => pathOf(id) === at && from === span.from && to === span.to),
    );
    return row < 0 ? undefined : String(row + 1);
  }
  if (instruction?.kind === 'if') {
    const lines = trace.filter(({ id }) => pathOf(id).startsWith(`${at}>`) && forksOf(pathOf(id)).length > 0);
    const own = lines.filter(({ id }) => /^\d+$/.test(pathOf(id).slice(at.length + 1)));
    const decided = own.find(({ result }) => result !== 'no');
    if (decided) return decided.result === 'unknown' ? 'unknown' : pathOf(decided.id).slice(at.length + 1);
    return own.length > 0 ? 'else' : undefined;
  }
  const line = trace.find(({ id }) => id === at);
  return line?.result === 'yes' ? '1' : line?.result === 'no' ? 'else' : undefined;
}

/** Why the run took this way at a fork. Undefined where it is not known. */
function reasonsAt(
  at: Explaining,
  fork: Fork | undefined,
  wanted: string | undefined,
): readonly Reason[] | undefined {
  if (!fork) return undefined;
  if (fork.way === 'failed') return failureReasons(at, fork.at);
  const ways = waysAt(at, fork.at);
  if (!ways) return undefined;
  const reasons = reasonsForWay(at, ways, { taken: fork.way, wanted });
  return reasons.length > 0 ? reasons : undefined;
}

function waysAt({ sop, paths }: Explaining, at: string): Ways | undefined {
  const instruction = paths.get(at);
  if (instruction?.kind === 'if')
    return instruction.branches.map(({ condition }) => ({ conditions: [condition], row: undefined }));
  if (instruction?.kind === 'decide') {
    const { table } = instruction;
    const rows = sop.decisions.find(({ name }) => name === table)?.rows;
    return rows?.map(({ cells }, index) => ({
      conditions: cells,
      row: `row ${String(index + 1)} of “${table}”`,
    }));
  }
  const edgeCase = sop.edgeCases.find(({ path }) => path === at);
  return edgeCase && [{ conditions: [edgeCase.condition], row: undefined }];
}

/** What failed; or, for an action that was not even offered, its lock. */
function failureReasons(at: Explaining, path: string): readonly Reason[] | undefined {
  const { tested } = at;
  const locked = tested.course.advanced.trace.find(({ result }) => result === 'locked');
  const lock = locked && lockReasons(at, pathOf(locked.id));
  if (lock) return lock;
  const handler = allHandlers(at.sop).find(({ path: own }) =>
    own.startsWith('>') ? path.endsWith(own) : path === own,
  );
  if (handler?.kind !== 'on-failure') return undefined;
  return [{ is: 'failed', name: 'action' in handler.of ? handler.of.action : handler.of.system }];
}
