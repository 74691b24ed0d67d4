import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValue } from '../../../src/domain/facts/read-value.ts';
import type { FactName, Value } from '../../../src/domain/facts/value.ts';
import { advance } from '../../../src/domain/run/advance.ts';
import type { Command } from '../../../src/domain/run/commands.ts';
import type { RunEvent } from '../../../src/domain/run/events.ts';
import type { PlanItem } from '../../../src/domain/run/plan.ts';
import { simulate } from '../../../src/domain/run/simulate.ts';
import type { Sop } from '../../../src/domain/sop/document.ts';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { factsOf, guardsByPath } from './guards.ts';
import { completed, sampleWorlds, simulated, type SampleWorld } from './sample-world.ts';
import { event, executed, failed, go, holdEnded, waits } from './running.ts';
import { refreshes, turns, wander } from './wander.ts';

const SOPS = join(import.meta.dirname, '..', '..', '..', 'sops');

function sopNamed(id: string): Sop {
  const { sop, problems } = parseSop(readFileSync(join(SOPS, `${id}.sop.md`), 'utf8'));
  if (!sop) throw new Error(`${id} cannot be read: ${problems.map(({ message }) => message).join(' ')}`);
  return sop;
}

/** What lets a run come far: the other values of these facts end it early. */
const USUAL: SampleWorld['facts'] = {
  'legal threat': false,
  'orders in dispute': ['D1'],
  'prior chargebacks': 0,
  'order value': '$142.10',
  'promised date': '2026-11-11',
  'carrier status': 'lost',
  'delivered date': '2026-11-16',
  'photo attached': true,
  'requester name': 'Sample Customer',
  'order number': '1001',
};

const logOf = (sop: Sop, world: SampleWorld): readonly RunEvent[] => simulate(sop, simulated(world)).log;

const prefixes = (log: readonly RunEvent[]): readonly (readonly RunEvent[])[] =>
  log.map((_, at) => log.slice(0, at + 1));

const commandOf = (event: RunEvent | undefined): string => (event && 'command' in event ? event.command : '');

/** The instruction that an execution belongs to: a second try of it has an id of its own. */
const pathOf = (command: string): string => command.replace(/\/try#\d+$/, '').replace(/@\d+$/, '');

const intentsIn = (log: readonly RunEvent[]) =>
  log.flatMap((event, at) => (event.type === 'execution-intended' ? [{ command: event.command, at }] : []));

const proposedActions = (log: readonly RunEvent[], sop: Sop): readonly string[] => {
  const seen = new Set(
    prefixes(log).flatMap((prefix) =>
      advance(sop, prefix).plan.flatMap(({ state, action }) =>
        action !== undefined && state.is === 'waiting' ? [action] : [],
      ),
    ),
  );
  return [...seen].toSorted();
};

const mayHaveHappened = ({ state }: PlanItem): boolean =>
  state.is === 'running' || (state.is === 'ended' && state.result.is !== 'failed');

const isAnsweredBySystems = ({ kind }: Command): boolean => kind === 'read' || kind === 'extract';

describe.each(['late-parcel', 'damaged-item'])('a run of %s, in any world', (id) => {
  const sop = sopNamed(id);
  const worlds = sampleWorlds(sop, USUAL);
  const guards = guardsByPath(sop);

  /** What stands in the plan and is not over yet, with the guards in the document that say no to it. */
  function brokenGuards(log: readonly RunEvent[]): readonly string[] {
    const moment = { log, facts: factsOf(sop, log) };
    const open = advance(sop, log).plan.filter(
      ({ state }) => state.is !== 'ended' && state.is !== 'rejected',
    );
    return open.flatMap(({ id: command }) => {
      const known = guards.get(pathOf(command)) ?? [
        { words: 'stands nowhere in the document', holds: () => false },
      ];
      return known.filter((guard) => !guard.holds(moment)).map(({ words }) => `${command}: ${words}`);
    });
  }

  it('can be replayed from every moment of its log, and asks there for what the log answers next', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const log = logOf(sop, world);
        for (const prefix of prefixes(log).slice(0, -1)) {
          const { waitingFor, outcome } = advance(sop, prefix);
          expect(outcome).toBeUndefined();
          expect(waitingFor.map((command) => command.id)).toContain(commandOf(log[prefix.length]));
        }
      }),
    );
  });

  it('never asks a system for what nobody wants to know later', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const log = logOf(sop, world);
        for (const prefix of prefixes(log)) {
          const later = new Set(log.slice(prefix.length).map(commandOf));
          const asked = advance(sop, prefix).waitingFor.filter(isAnsweredBySystems);
          expect(asked.filter((command) => !later.has(command.id))).toEqual([]);
        }
      }),
    );
  });

  it('is the same for the same log, and leaves the log as it was', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const log = logOf(sop, world);
        const copy = structuredClone(log);
        expect(advance(sop, log)).toEqual(advance(sop, copy));
        expect(log).toEqual(copy);
        expect(logOf(sop, world)).toEqual(log);
      }),
    );
  });

  it('offers, plans and executes nothing whose branch, row, gate and lock do not hold', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const log = logOf(sop, world);
        for (const prefix of prefixes(log)) expect(brokenGuards(prefix)).toEqual([]);
      }),
    );
  });

  it('plans anew when a fact is read again and is another one now, or unknown', () => {
    const changes = fc.tuple(worlds, worlds, turns());
    fc.assert(
      fc.property(changes, ([world, later, day]) => {
        const undecided = logOf(sop, { ...world, answers: ['nothing'] });
        const refreshed = day.flatMap(({ how }) =>
          refreshes(sop, undecided, later, how).slice(how % 2, (how % 2) + 1),
        );
        expect(brokenGuards([...undecided, ...refreshed])).toEqual([]);
      }),
    );
  });

  it('executes each command at most once, and nothing again that has succeeded', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const log = logOf(sop, world);
        const intents = intentsIn(log).map(({ command }) => command);
        expect(intents).toEqual([...new Set(intents)]);
        const succeeded = log.flatMap((event) =>
          event.type === 'execution-ended' && event.result.is === 'succeeded' ? [pathOf(event.command)] : [],
        );
        expect(succeeded).toEqual([...new Set(succeeded)]);
      }),
    );
  });

  it('ends, or waits for something that has a name and stands in the document', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { advanced } = simulate(sop, simulated(world));
        if (advanced.outcome) return;
        expect(advanced.waitingFor.length).toBeGreaterThan(0);
        for (const command of advanced.waitingFor) {
          const sentence = sop.source.slice(command.span.from, command.span.to).trim();
          const missing = command.kind === 'missing' ? command.about + command.missing.join() : command.kind;
          expect([command.id, sentence, missing]).not.toContain('');
        }
      }),
    );
  });

  it('proposes no action on unknown facts that it would not propose if they were known', () => {
    const inWorlds = worlds
      .map((world) => ({
        ...world,
        failing: world.failing.filter((name) => sop.actions.some((action) => action.name === name)),
      }))
      .chain((world) => fc.tuple(fc.constant(world), completed(sop, world)));
    fc.assert(
      fc.property(inWorlds, ([world, full]) => {
        const truth = truthIn(sop, full);
        const unknowing = simulate(sop, simulated(world, truth)).log;
        const knowing = simulate(sop, simulated(full, truth)).log;
        expect(proposedActions(knowing, sop)).toEqual(
          expect.arrayContaining([...proposedActions(unknowing, sop)]),
        );
      }),
    );
  });
});

describe.each(['late-parcel', 'damaged-item'])(
  'a log of %s in which everything comes one by one and in any order',
  (id) => {
    const sop = sopNamed(id);
    const logs = fc.tuple(sampleWorlds(sop, USUAL), turns()).map(([world, day]) => wander(sop, world, day));

    it('fits the document at every moment', () => {
      fc.assert(
        fc.property(logs, (log) => {
          for (const prefix of prefixes(log)) expect(() => advance(sop, prefix)).not.toThrow();
        }),
      );
    });

    it('leaves something to wait for until the run has ended', () => {
      fc.assert(
        fc.property(logs, (log) => {
          const { outcome, waitingFor } = advance(sop, log);
          expect(outcome === undefined).toBe(waitingFor.length > 0);
        }),
      );
    });

    it('never offers again what has succeeded or may have happened', () => {
      fc.assert(
        fc.property(logs, (log) => {
          const intents = intentsIn(log).map(({ command }) => command);
          expect(intents).toEqual([...new Set(intents)]);
          const { plan } = advance(sop, log);
          const done = plan.filter(mayHaveHappened);
          const offered = plan.filter(({ state }) => state.is === 'waiting');
          const again = offered.filter((item) => done.some((other) => pathOf(other.id) === pathOf(item.id)));
          expect(again).toEqual([]);
        }),
      );
    });

    it('has at most one proposal to decide, and waits for whatever was begun and has not ended', () => {
      fc.assert(
        fc.property(logs, (log) => {
          const { plan, waitingFor } = advance(sop, log);
          expect(plan.filter(({ state }) => state.is === 'waiting').length).toBeLessThanOrEqual(1);
          const begun = plan.filter(({ state }) => state.is === 'approved' || state.is === 'running');
          for (const item of begun) expect(waitingFor.map((command) => command.id)).toContain(item.id);
        }),
      );
    });

    it('says the same when its end is written down', () => {
      fc.assert(
        fc.property(logs, (log) => {
          const { outcome, plan } = advance(sop, log);
          if (!outcome) return;
          const ended: RunEvent = { v: 1, at: '2026-11-20T12:00:00Z', type: 'run-ended', outcome };
          expect(advance(sop, [...log, ended])).toMatchObject({ outcome, plan, waitingFor: [] });
        }),
      );
    });

    it('keeps every execution that was begun in the plan, whatever is read later', () => {
      fc.assert(
        fc.property(logs, (log) => {
          const { plan } = advance(sop, log);
          const missing = intentsIn(log).filter(({ command }) => !plan.some((item) => item.id === command));
          expect(missing).toEqual([]);
        }),
      );
    });
  },
);

describe('a proposal beside a hold that begins again', () => {
  const sop = sopNamed('late-parcel');

  /** Stripe does not answer, the hold for it is over, Payments was told, and Stripe still does not answer. */
  const log: readonly RunEvent[] = [
    event({
      type: 'fact-extracted',
      command: 'edge.1/extract#0',
      fact: 'legal threat',
      value: false,
      by: 'assistant',
    }),
    failed('1.1/read:orders in dispute#0', 'orders in dispute', 'stripe'),
    ...executed('edge.2>failed.2'),
    holdEnded('edge.2>failed.1/hold#0'),
    failed('1.1/read:orders in dispute#1', 'orders in dispute', 'stripe'),
  ];

  it('is not made a second time', () => {
    expect(waits(go(sop, log))).toEqual(['hold 3600']);
  });

  // The walk is ahead of the undecided proposal when it comes to the hold again, so it only says that it will hold.
  it('lets the hold begin again while nobody has decided it', () => {
    const undecided = log.filter((answer) => !('command' in answer && answer.command === 'edge.2>failed.2'));
    expect(waits(go(sop, undecided))).toEqual(['notify zendesk.notify', 'hold 3600']);
  });

  it('stands in the plan once', () => {
    expect(go(sop, log).plan.map((item) => item.id)).toEqual(['edge.2>failed.2']);
  });
});

/** What a person would say who knows the world: the answer to a `When` that the run itself cannot decide. */
function truthIn(sop: Sop, { facts }: SampleWorld): (condition: string) => 'yes' | 'no' | undefined {
  const known = new Map<FactName, Value>();
  for (const { name, type } of sop.inputs) {
    const value = readValue(type, facts[name]);
    if (value) known.set(name, value);
  }
  return (text) => {
    const truth = sop.edgeCases.find(({ condition }) => condition.text === text)?.condition.decide(known);
    return truth?.is === 'unknown' ? undefined : truth?.is;
  };
}
