import { afterAll, describe, expect, it } from 'vitest';
import { withQuickTimers } from './quick-timers.ts';
import { failures, isDone, type Failure } from './failure.ts';
import { matrixTable, type MatrixRow } from './matrix-table.ts';
import { runThrough, type MatrixRun, type Tab } from './matrix-run.ts';
import type { ActionScenario } from './scenario.ts';

const tabs: readonly Tab[] = ['lives', 'is closed'];

/**
 * Sends every action through every failure, with the tab alive and with the tab closed in that moment: nothing happens twice, nothing
 * that was done is lost, nothing unknown is shown as done, and the rep always finds a next step that leads to the end.
 */
export function testMatrix(system: string, scenarios: readonly ActionScenario[]): void {
  withQuickTimers();
  const rows: MatrixRow[] = [];
  afterAll(() => void process.stdout.write(`\n${matrixTable(system, rows)}\n`));

  describe.each(scenarios.map((scenario) => [scenario.operation, scenario] as const))(
    '%s',
    { timeout: 60_000 },
    (operation, scenario) => {
      const cases = failures.flatMap((failure) => tabs.map((tab) => [failure, tab] as const));

      it.each(cases)('survives “%s” while the tab %s', async (failure, tab) => {
        const run = await runThrough(scenario, failure, tab);
        rows.push({ operation, failure, tab, run });
        expect({ ...run, wrong: whatIsWrong(run, failure) }).toMatchObject({ wrong: [], contract: [] });
      });
    },
  );
}

/** What must never be said of an execution, whatever failed. */
function whatIsWrong(run: MatrixRun, failure: Failure): readonly string[] {
  const { first, effectsThen, effects, successes } = run;
  const isShownAsUndone = first === 'failed' || first === 'not begun';
  return [
    ...(effects > 1 || successes > 1 ? ['it happened twice'] : []),
    ...(first === 'succeeded' && effectsThen !== 1 ? ['it was shown as done, and was not'] : []),
    ...(isShownAsUndone && effectsThen !== 0 ? ['it was shown as not done, and was done'] : []),
    ...(isDone(failure) && effectsThen !== 1 ? ['what was done was not kept'] : []),
    ...(run.ended ? [] : ['the rep had no next step to the end']),
    ...(effects === 1 && successes === 1 ? [] : ['the end was not that it was done once']),
  ];
}
