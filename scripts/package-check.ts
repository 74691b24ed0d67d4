import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readAppPackage } from './package-check/app-package.ts';
import { checkPackage } from './package-check/check-package.ts';
import { reportFindings } from './package-check/report.ts';

// `npm run package:check [folder]`: checks a built package, dist/ by default. Exit status 1 when there are errors.

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'dist');
if (existsSync(folder)) {
  process.exitCode = reportFindings(checkPackage(readAppPackage(folder))) ? 0 : 1;
} else {
  console.error(`Cannot check the package: there is no folder ${folder}. Run \`npm run build\` first.`);
  process.exitCode = 1;
}
