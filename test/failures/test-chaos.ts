import { afterAll, describe, expect, it } from 'vitest';
import { withQuickTimers } from './quick-timers.ts';
import { createWorld } from '../../desk/world/world.ts';
import { starterSops } from '../../desk/world/sops.ts';
import { runChaos, type ChaosRun } from './chaos-run.ts';

/** Runs of one ticket that are one test. */
const runsAtOnce = 25;

/**
 * Random runs over the starter SOPs on the desk's tickets, with random failures, random closings of the tab and a random rep; the
 * same every time. To the cent what left is what was approved, and every run ends or waits for something that has a name.
 */
export function testChaos(first: number, count: number): void {
  withQuickTimers();
  const tickets = createWorld(new Date('2026-11-20T10:00:00Z'), starterSops()).zendesk.tickets.map(
    ({ id }) => id,
  );
  const runs: ChaosRun[] = [];
  const starts = Array.from(
    { length: Math.ceil(count / runsAtOnce) },
    (_, index) => first + index * runsAtOnce,
  );

  afterAll(() => void process.stdout.write(`\n${summary(runs)}\n`));

  describe(`random runs ${first} to ${first + count - 1}`, { timeout: 120_000 }, () => {
    it.each(starts)('from seed %i on keep their money to the cent', async (start) => {
      for (let seed = start; seed < Math.min(start + runsAtOnce, first + count); seed += 1) {
        const ticketId = tickets[seed % tickets.length] ?? 0;
        const run = await runChaos(ticketId, seed);
        runs.push(run);
        expect({ seed, ...run }).toMatchObject({
          seed,
          isNamed: true,
          moneyOut: run.moneyApproved,
          contract: [],
        });
      }
    });
  });
}

function summary(runs: readonly ChaosRun[]): string {
  const sum = (of: (run: ChaosRun) => number) => runs.reduce((total, run) => total + of(run), 0);
  const ends = Map.groupBy(runs, ({ end }) => end);
  const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`;
  return [
    `${runs.length} random runs: ${sum(({ faults }) => faults)} failed requests, ${sum(({ reopened }) => reopened)} tabs closed`,
    `money out ${dollars(sum(({ moneyOut }) => moneyOut))}, money approved ${dollars(sum(({ moneyApproved }) => moneyApproved))}`,
    ...[...ends].toSorted(([, a], [, b]) => b.length - a.length).map(([end, of]) => `  ${of.length} ${end}`),
  ].join('\n');
}
