import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance } from '../../../src/domain/run/advance.ts';
import { addedId } from '../../../src/domain/run/log-index.ts';
import type { AddedAction, RunEvent } from '../../../src/domain/run/events.ts';
import type { Advanced } from '../../../src/domain/run/plan.ts';
import { sampleWorlds } from './sample-world.ts';
import { approved, event, executed, executionFailed, go, rejected, rep, sopOf, steps } from './running.ts';
import { turns, wander } from './wander.ts';

const sop = sopOf(steps('Add tag "late".', 'Add tag "lost".', 'Close as "resolved".'));
const removal: AddedAction = { operation: 'zendesk.remove_tag', parameters: { tag: 'late' } };

const done = (command: string, back = removal): readonly RunEvent[] => [
  approved(command),
  event({ type: 'execution-intended', command, key: 'k', by: rep }),
  event({ type: 'execution-ended', command, result: { is: 'succeeded', undo: back } }),
];
const undo = (about: string, count = 0, action = removal): RunEvent =>
  event({
    type: 'proposal-added',
    command: addedId(about, 'undo', count),
    about,
    because: 'undo',
    action,
    by: rep,
  });
const ask = (about: string, count = 0, operation = 'zendesk.notify'): RunEvent =>
  event({
    type: 'proposal-added',
    command: addedId(about, 'ask-colleague', count),
    about,
    because: 'ask-colleague',
    action: { operation, parameters: { team: 'Team lead', message: 'Please look.' } },
    by: rep,
  });
const ended = event({ type: 'run-ended', outcome: { is: 'closed', as: 'resolved' } });

const shown = ({ plan }: Advanced): readonly string[] =>
  plan.map(({ id, state }) => `${id} ${state.is === 'ended' ? state.result.is : state.is}`);

describe('a proposal beside the SOP', () => {
  it('stands right behind what it is about, in its step and with its sentence', () => {
    const advanced = go(sop, done('1.1'), undo('1.1'));
    expect(shown(advanced)).toEqual(['1.1 succeeded', '1.1/undo#0 waiting', '1.2 waiting']);
    const [about, added] = advanced.plan;
    expect(added).toMatchObject({
      ...removal,
      span: about?.span,
      step: 1,
      attempt: 0,
      added: { about: '1.1', because: 'undo', by: rep },
    });
  });

  it.each<[string, readonly RunEvent[]]>([
    ['waiting', []],
    ['approved', [approved('1.1/undo#0')]],
    ['rejected', [rejected('1.1/undo#0')]],
    ['running', executed('1.1/undo#0').slice(0, 2)],
    ['succeeded', executed('1.1/undo#0')],
    ['failed', executionFailed('1.1/undo#0')],
    ['succeeded', [...executed('1.1/undo#0'), rejected('1.1/undo#0')]],
  ])('is %s by the same events as every other', (state, events) => {
    expect(shown(go(sop, done('1.1'), undo('1.1'), events))[1]).toBe(`1.1/undo#0 ${state}`);
  });

  it('waits for nobody: the run goes on with its own', () => {
    const before = go(sop, done('1.1'));
    const after = go(sop, done('1.1'), undo('1.1'), executionFailed('1.1/undo#0'), undo('1.1', 1));
    expect(after.waitingFor).toEqual(before.waitingFor);
    expect(after.outcome).toBe(before.outcome);
  });

  it('goes on after the end of the run, and ends nothing anew', () => {
    const { outcome, ...advanced } = go(
      sop,
      done('1.1'),
      done('1.2'),
      ended,
      undo('1.1'),
      executed('1.1/undo#0'),
    );
    expect(outcome).toEqual({ is: 'closed', as: 'resolved' });
    expect(shown({ outcome, ...advanced })).toEqual([
      '1.1 succeeded',
      '1.1/undo#0 succeeded',
      '1.2 succeeded',
    ]);
  });

  it('is taken back itself where its result says how', () => {
    const redo = { operation: 'zendesk.add_tag', parameters: { tag: 'late' } };
    const advanced = go(sop, done('1.1'), undo('1.1'), done('1.1/undo#0', redo), undo('1.1/undo#0', 0, redo));
    expect(shown(advanced)).toEqual([
      '1.1 succeeded',
      '1.1/undo#0 succeeded',
      '1.1/undo#0/undo#0 waiting',
      '1.2 waiting',
    ]);
  });

  it('is there once where two people have proposed it at the same instant', () => {
    expect(shown(go(sop, done('1.1'), undo('1.1'), undo('1.1')))).toHaveLength(3);
  });

  it('needs the role that doing it needed', () => {
    const needing = sopOf(steps('Propose small refund.'));
    const read = (command: string) =>
      event({
        type: 'fact-read',
        command,
        fact: 'order value',
        reading: { is: 'value', value: '$50' },
        source: { from: 'person', person: rep },
        observedAt: '2026-11-20T10:00:00Z',
      });
    const advanced = go(needing, read('1.1/read:order value#0'), done('1.1'), undo('1.1'));
    expect(advanced.plan.map(({ needs }) => needs)).toEqual(['Team lead', 'Team lead']);
  });

  it('is part of the explanation, as a deviation', () => {
    const { trace } = go(sop, done('1.1'), undo('1.1'), executed('1.1/undo#0'));
    expect(trace.map(({ id, result }) => `${id} ${result}`)).toEqual([
      '1.1 succeeded',
      '1.1/undo#0 undone',
      '1.2 proposed',
      '1.3 closed',
    ]);
  });
});

describe('a question asked of a colleague', () => {
  const gated = sopOf(steps('Gate Team lead "Refund?".', 'Add tag "late".', 'Close as "resolved".'));
  const yes = event({ type: 'gate-answered', command: '1.1', answer: 'yes', by: rep });

  it('stands before what the answer leads to, and the gate goes on waiting', () => {
    const asked = go(gated, ask('1.1'), executed('1.1/ask#0'));
    expect(shown(asked)).toEqual(['1.1/ask#0 succeeded']);
    expect(asked.waitingFor).toMatchObject([{ kind: 'gate', id: '1.1' }]);
    const answered = go(gated, ask('1.1'), executed('1.1/ask#0'), yes);
    expect(shown(answered)).toEqual(['1.1/ask#0 succeeded', '1.2 waiting']);
  });

  it('stays in its step when the run has been led past the question', () => {
    const advanced = go(gated, ask('1.9'), executed('1.9/ask#0'), yes);
    expect(advanced.plan.at(-1)).toMatchObject({ id: '1.9/ask#0', step: 1, state: { is: 'ended' } });
  });
});

describe('a log that does not fit', () => {
  it.each<[string, readonly RunEvent[]]>([
    ['an undo of what was never done', [undo('1.1')]],
    ['an undo of what the SOP does not have', [...done('1.1'), undo('1.7')]],
    [
      'an undo that does something else',
      [...done('1.1'), undo('1.1', 0, { operation: 'stripe.refund', parameters: {} })],
    ],
    ['an undo where nothing takes it back', [...executed('1.1'), undo('1.1')]],
    ['a colleague asked by a refund', [ask('1.1', 0, 'stripe.refund')]],
    ['a name that hides a proposal of the SOP', [{ ...undo('1.1'), command: '1.1' } as RunEvent]],
    ['an execution that nobody approved', [...done('1.1'), undo('1.1'), ...executed('1.1/undo#0').slice(1)]],
    ['an execution that nobody proposed', [...done('1.1'), ...executed('1.1/undo#0')]],
    [
      'an answer that nobody asks of it',
      [...done('1.1'), undo('1.1'), event({ type: 'manual-step-done', command: '1.1/undo#0', by: rep })],
    ],
  ])('%s', (_, events) => {
    expect(() => go(sop, events)).toThrow('Cannot replay the run');
  });
});

describe('whatever people propose beside it', () => {
  const branched = sopOf(
    steps(
      'If order value < $200: propose full refund.',
      'Else: gate Team lead "Refund {order value}?" and propose replacement.',
      'If chargebacks > 0: hold for 1 day and notify Payments "Look".',
      'Add tag "done".',
      'Close as "resolved".',
    ),
  );
  const usual = { 'order value': '$120', chargebacks: 0 };
  const lives: readonly ((command: string) => readonly RunEvent[])[] = [
    () => [],
    (command) => [approved(command)],
    (command) => [rejected(command)],
    executed,
    executionFailed,
    (command) => executed(command).slice(0, 2),
  ];
  const additions = fc.array(
    fc.record({ at: fc.nat({ max: 99 }), of: fc.nat({ max: 9 }), life: fc.nat({ max: lives.length - 1 }) }),
    { minLength: 1, maxLength: 6 },
  );

  /** What the run's own part says. */
  const own = (log: readonly RunEvent[]) => {
    const { plan, trace, ...rest } = advance(branched, log);
    return {
      ...rest,
      plan: plan.filter(({ added }) => !added),
      trace: trace.filter(({ id }) => !/\/(?:undo|ask)#\d+$/.test(id)),
    };
  };

  /** Every success can be taken back. */
  const undoable = (log: readonly RunEvent[]): readonly RunEvent[] =>
    log.map((of) =>
      of.type === 'execution-ended' && of.result.is === 'succeeded'
        ? { ...of, result: { ...of.result, undo: removal } }
        : of,
    );

  it('the run itself decides the same, at every moment', () => {
    let added = 0;
    fc.assert(
      fc.property(sampleWorlds(branched, usual), turns(), additions, (world, day, beside) => {
        const log = undoable(wander(branched, world, day));
        const mixed = beside.reduce<readonly RunEvent[]>((present, { at, of, life }, count) => {
          const place = 1 + (at % present.length);
          const before = present.slice(0, place);
          const undone = before.flatMap((past) =>
            past.type === 'execution-ended' && past.result.is === 'succeeded' && past.result.undo
              ? [past.command]
              : [],
          );
          const about = undone[of % Math.max(undone.length, 1)];
          const addition = about === undefined ? ask('1.2>2.1', count) : undo(about, count);
          if (!('command' in addition)) return present;
          added += about === undefined ? 0 : 1;
          return [...before, addition, ...(lives[life]?.(addition.command) ?? []), ...present.slice(place)];
        }, log);
        for (let length = 1; length <= mixed.length; length++) {
          const prefix = mixed.slice(0, length);
          const without = prefix.filter(
            (past) => !('command' in past) || !/\/(?:undo|ask)#\d+$/.test(past.command),
          );
          expect(own(prefix)).toEqual(own(without));
        }
      }),
      { numRuns: 150 },
    );
    expect(added).toBeGreaterThan(20);
  });
});
