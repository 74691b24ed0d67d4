import { closingWords, runSteps } from './checking/steps.ts';

// `npm run check`: everything that must hold before a change is handed in. All steps run, so that one look shows
// everything that is wrong.

const results = await runSteps(['typecheck', 'lint', 'format', 'layers', 'unused', 'test', 'package:check']);
console.log(closingWords(results));
process.exitCode = results.every(({ hasPassed }) => hasPassed) ? 0 : 1;
