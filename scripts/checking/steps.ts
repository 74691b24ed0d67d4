import { runProgram } from '../run-program.ts';

/** A step of `npm run check`: the name of an npm script, and whether it ended well. */
export type StepResult = { readonly name: string; readonly hasPassed: boolean };

/** Runs npm scripts one after the other; a failing one does not keep the next from running. */
export async function runSteps(names: readonly string[]): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const name of names) {
    console.log(`\n--- ${name}`);
    results.push({ name, hasPassed: (await runProgram('npm', ['run', '--silent', name])) === 0 });
  }
  return results;
}

/** The last lines of the check: which steps failed, or that none did. */
export function closingWords(results: readonly StepResult[]): string {
  const failed = results.filter(({ hasPassed }) => !hasPassed).map(({ name }) => name);
  const steps = results.map(({ name }) => name).join(', ');
  return failed.length === 0 ? `\nchecked: ${steps}` : `\nfailed: ${failed.join(', ')}`;
}
