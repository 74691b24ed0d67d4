import { join } from 'node:path';
import * as z from 'zod/mini';
import { captureProgram } from '../run-program.ts';

/** One import that a rule of .dependency-cruiser.cjs forbids. */
type Violation = { readonly rule: string; readonly from: string; readonly to: string };

/** What dependency-cruiser saw: its modules inside `src`, and the forbidden imports. */
export type Cruise = { readonly sources: readonly string[]; readonly violations: readonly Violation[] };

const Report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

const RULES = join(import.meta.dirname, '..', '..', '.dependency-cruiser.cjs');

/**
 * Applies the layer rules to the folder `src` of a project.
 * @param project folder that holds `src` and a `tsconfig.json`
 * @throws when dependency-cruiser gives no report
 */
export async function cruise(project: string): Promise<Cruise> {
  const args = ['src', '--config', RULES, '--output-type', 'json'];
  const { code, output } = await captureProgram('depcruise', args, { folder: project });
  if (output === '') {
    throw new Error(
      `Cannot check the layers of ${project}: depcruise ended with ${code} and no report. Run it by hand.`,
    );
  }
  const report = Report.parse(JSON.parse(output));
  return {
    sources: report.modules.map((module) => module.source).filter((source) => source.startsWith('src/')),
    violations: report.summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to })),
  };
}
