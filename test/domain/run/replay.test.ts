import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVocabulary } from '../../../src/domain/facts/vocabulary.ts';
import { parseCondition } from '../../../src/domain/facts/parse-condition.ts';
import { advance } from '../../../src/domain/run/advance.ts';
import type { Command } from '../../../src/domain/run/commands.ts';
import type { RunEvent } from '../../../src/domain/run/events.ts';
import { simulate } from '../../../src/domain/run/simulate.ts';
import type { Sop } from '../../../src/domain/sop/document.ts';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { factsOf, guardsByPath } from './guards.ts';
import { completed, sampleWorlds, simulated, type SampleWorld } from './sample-world.ts';
import { turns, wander } from './wander.ts';

const SOPS = join(import.meta.dirname, '..', '..', '..', 'sops');

function sopNamed(id: string): Sop {
  const { sop, problems } = parseSop(readFileSync(join(SOPS, `${id}.sop.md`), 'utf8'));
  if (!sop) throw new Error(`${id} cannot be read: ${problems.map(({ message }) => message).join(' ')}`);
  return sop;
}

const logOf = (sop: Sop, world: SampleWorld): readonly RunEvent[] => simulate(sop, simulated(world)).log;

const prefixes = (log: readonly RunEvent[]): readonly (readonly RunEvent[])[] => log.map((_, at) => log.slice(0, at + 1));

const commandOf = (event: RunEvent | undefined): string => (event && 'command' in event ? event.command : '');

/** The instruction that an execution belongs to: a second try of it has an id of its own. */
const pathOf = (command: string): string => command.replace(/\/try#\d+$/, '').replace(/@\d+$/, '');

const intentsIn = (log: readonly RunEvent[]) => log.flatMap((event, at) => (event.type === 'execution-intended' ? [{ command: event.command, at }] : []));

const proposedActions = (log: readonly RunEvent[], sop: Sop): readonly string[] => {
  const seen = new Set(prefixes(log).flatMap((prefix) => advance(sop, prefix).plan.flatMap(({ state, action }) => (action !== undefined && state.is === 'waiting' ? [action] : []))));
  return [...seen].toSorted();
};

const isAnsweredBySystems = ({ kind }: Command): boolean => kind === 'read' || kind === 'extract';

describe.each(['late-parcel', 'damaged-item'])('a run of %s, in any world', (id) => {
  const sop = sopNamed(id);
  const worlds = sampleWorlds(sop);

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

  it('executes nothing whose branch, row, gate and lock did not hold when it was approved', () => {
    const guards = guardsByPath(sop);
    fc.assert(
      fc.property(worlds, (world) => {
        const log = logOf(sop, world);
        for (const { command, at } of intentsIn(log)) {
          const known = guards.get(pathOf(command));
          expect(known, `${command} stands nowhere in the document`).toBeDefined();
          const before = log.slice(0, at);
          const broken = known?.filter((guard) => !guard.holds({ facts: factsOf(sop, before), log: before }));
          expect(broken?.map(({ words }) => `${command}: ${words}`)).toEqual([]);
        }
      }),
    );
  });

  it('executes each command at most once, and nothing again that has succeeded', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const log = logOf(sop, world);
        const intents = intentsIn(log).map(({ command }) => command);
        expect(intents).toEqual([...new Set(intents)]);
        const succeeded = log.flatMap((event) => (event.type === 'execution-ended' && event.result.is === 'succeeded' ? [pathOf(event.command)] : []));
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
          expect(command.id).not.toBe('');
          expect(sop.source.slice(command.span.from, command.span.to).trim()).not.toBe('');
          if (command.kind === 'missing') expect(command.about + command.missing.join('')).not.toBe('');
        }
      }),
    );
  });

  it('proposes no action on unknown facts that it would not propose if they were known', () => {
    const inWorlds = worlds
      .map((world) => ({ ...world, failing: world.failing.filter((name) => sop.actions.some((action) => action.name === name)) }))
      .chain((world) => fc.tuple(fc.constant(world), completed(sop, world)));
    fc.assert(
      fc.property(inWorlds, ([world, full]) => {
        const truth = truthIn(sop, full);
        const unknowing = simulate(sop, simulated(world, truth)).log;
        const knowing = simulate(sop, simulated(full, truth)).log;
        expect(proposedActions(knowing, sop)).toEqual(expect.arrayContaining([...proposedActions(unknowing, sop)]));
      }),
    );
  });
});

describe.each(['late-parcel', 'damaged-item'])('a log of %s in which everything comes one by one and in any order', (id) => {
  const sop = sopNamed(id);
  const logs = fc.tuple(sampleWorlds(sop), turns()).map(([world, day]) => wander(sop, world, day));

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
        const done = new Set(plan.flatMap((item) => (item.state.is === 'running' || (item.state.is === 'ended' && item.state.result.is !== 'failed') ? [pathOf(item.id)] : [])));
        const offered = plan.filter(({ state }) => state.is === 'waiting' || state.is === 'planned');
        expect(offered.filter((item) => done.has(pathOf(item.id)))).toEqual([]);
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
});

/** What a person would say who knows the world: the answer to a `When` that the run itself cannot decide. */
function truthIn(sop: Sop, world: SampleWorld): (condition: string) => 'yes' | 'no' | undefined {
  const { vocabulary } = createVocabulary(sop.inputs);
  const { log } = simulate(sop, simulated(world));
  const facts = factsOf(sop, log);
  return (condition) => {
    const truth = parseCondition(condition, { vocabulary }).expression?.decide(facts);
    return truth?.is === 'unknown' ? undefined : truth?.is;
  };
}
