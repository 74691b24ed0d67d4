import type { CheckedExpression } from '../../../src/domain/facts/checked-expression.ts';
import { readValue } from '../../../src/domain/facts/read-value.ts';
import type { FactName, KnownFacts, Value } from '../../../src/domain/facts/value.ts';
import type { CommandId, RunEvent } from '../../../src/domain/run/events.ts';
import type { Body, Instruction, Sop } from '../../../src/domain/sop/document.ts';

/** What was known, and what people had answered, at one moment of a log. */
type Moment = { readonly facts: KnownFacts; readonly log: readonly RunEvent[] };

/** Something that must hold before an instruction may be carried out, with words for a failing test. */
export type Guard = { readonly words: string; holds(moment: Moment): boolean };

/**
 * By the path of each instruction: everything that stands between the start of a run and it. Read off the document alone, by
 * rules of its own, so that it can contradict the engine.
 */
export function guardsByPath(sop: Sop): ReadonlyMap<string, readonly Guard[]> {
  const found = new Map<string, readonly Guard[]>();
  const visit = (body: Body, guards: readonly Guard[], prefix: string): void => {
    let passed = guards;
    for (const instruction of body.instructions) {
      const path = prefix + instruction.path;
      found.set(path, [...passed, ...locksOf(sop, instruction)]);
      for (const inner of bodiesInside(sop, instruction, path))
        visit(inner.body, [...passed, ...inner.guards], inner.prefix ?? prefix);
      if (instruction.kind === 'gate' || instruction.kind === 'judge') passed = [...passed, saidYes(path)];
    }
    for (const handler of body.handlers) visit(handler.body, guards, prefix);
  };
  const edges = sop.edgeCases.map(lookedAt);
  for (const { body } of sop.steps) visit(body, edges, '');
  for (const { condition, body, path } of sop.edgeCases)
    visit(body, [yesOrSaid(condition, `${path}/question`)], '');
  for (const { body } of sop.edgeHandlers) visit(body, [], '');
  return found;
}

/** The facts that the answers of a log give, the newest of each. */
export function factsOf(sop: Sop, log: readonly RunEvent[]): KnownFacts {
  const known = new Map<FactName, Value>();
  const set = (name: FactName, value: Value | undefined): void => {
    if (value === undefined) known.delete(name);
    else known.set(name, value);
  };
  for (const event of log) {
    if (event.type === 'run-started') set('today', readValue({ kind: 'date' }, event.today));
    if (event.type === 'fact-failed') set(event.fact, undefined);
    const json =
      event.type === 'fact-extracted'
        ? event.value
        : event.type === 'fact-read' && event.reading.is === 'value'
          ? event.reading.value
          : undefined;
    if (event.type === 'fact-extracted' || event.type === 'fact-read') {
      const type = sop.inputs.find(({ name }) => name === event.fact)?.type ?? { kind: 'text' };
      set(event.fact, readValue(type, json));
    }
  }
  return known;
}

/** Before a step every edge case is known not to apply, or a person said so, or what it asks for was begun. */
function lookedAt({ condition, path }: Sop['edgeCases'][number]): Guard {
  return {
    words: `“${condition.text}” was looked at`,
    holds: ({ facts, log }) =>
      condition.decide(facts).is === 'no' ||
      log.some(
        (event) =>
          'command' in event &&
          (event.command === `${path}/question` || event.command.startsWith(`${path}>`)),
      ),
  };
}

type Inside = { readonly body: Body; readonly guards: readonly Guard[]; readonly prefix?: string };

function bodiesInside(sop: Sop, instruction: Instruction, path: string): readonly Inside[] {
  switch (instruction.kind) {
    case 'if': {
      const conditions = instruction.branches.map(({ condition }) => condition);
      const branches = instruction.branches.map(({ body, condition }, at) => ({
        body,
        guards: [...conditions.slice(0, at).map(no), yes(condition)],
      }));
      const otherwise = instruction.otherwise
        ? [{ body: instruction.otherwise.body, guards: conditions.map(no) }]
        : [];
      const unknown = instruction.unknown
        ? [{ body: instruction.unknown.body, guards: [firstOpenIsUnknown(conditions)] }]
        : [];
      return [...branches, ...otherwise, ...unknown];
    }
    case 'decide': {
      const rows = sop.decisions.find(({ name }) => name === instruction.table)?.rows ?? [];
      return rows.map(({ body, cells }, at) => ({
        body,
        guards: [...rows.slice(0, at).map((row) => rowIs(row.cells, 'no')), rowIs(cells, 'yes')],
        prefix: path,
      }));
    }
    case 'gate':
    case 'judge':
      return instruction.refused ? [{ body: instruction.refused, guards: [saidNo(path)] }] : [];
    default:
      return [];
  }
}

function locksOf(sop: Sop, instruction: Instruction): readonly Guard[] {
  const action =
    instruction.kind === 'propose' ? sop.actions.find(({ name }) => name === instruction.action) : undefined;
  return action?.onlyIf ? [yes(action.onlyIf)] : [];
}

const decides = (condition: CheckedExpression, answer: 'yes' | 'no'): Guard => ({
  words: `“${condition.text}” is ${answer}`,
  holds: ({ facts }) => condition.decide(facts).is === answer,
});
const yes = (condition: CheckedExpression): Guard => decides(condition, 'yes');
const no = (condition: CheckedExpression): Guard => decides(condition, 'no');

function firstOpenIsUnknown(conditions: readonly CheckedExpression[]): Guard {
  return {
    words: 'a condition of the chain is unknown, and those before it are no',
    holds: ({ facts }) =>
      conditions.map((condition) => condition.decide(facts).is).find((is) => is !== 'no') === 'unknown',
  };
}

/** A row is the `and` of its cells. */
function rowIs(cells: readonly CheckedExpression[], answer: 'yes' | 'no'): Guard {
  return {
    words: `the row ${cells.map(({ text }) => text).join(' | ')} is ${answer}`,
    holds: ({ facts }) => {
      const truths = cells.map((cell) => cell.decide(facts).is);
      return answer === 'yes' ? truths.every((is) => is === 'yes') : truths.includes('no');
    },
  };
}

const answered = (log: readonly RunEvent[], command: CommandId, answer: 'yes' | 'no'): boolean =>
  log.some((event) => 'answer' in event && event.command === command && event.answer === answer);

const saidYes = (path: CommandId): Guard => ({
  words: `${path} was answered yes`,
  holds: ({ log }) => answered(log, path, 'yes'),
});
const saidNo = (path: CommandId): Guard => ({
  words: `${path} was answered no`,
  holds: ({ log }) => answered(log, path, 'no'),
});
const yesOrSaid = (condition: CheckedExpression, question: CommandId): Guard => ({
  words: `“${condition.text}” is yes, or a person said so`,
  holds: ({ facts, log }) => condition.decide(facts).is === 'yes' || answered(log, question, 'yes'),
});
