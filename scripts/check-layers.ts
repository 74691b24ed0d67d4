import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from './layers/cruise.ts';

/**
 * Without its parser for TypeScript 7, dependency-cruiser reports "no violations" because it saw no module at
 * all. So it must have seen every source file, and there must be some.
 */
const LEAST_MODULES = 20;

const project = join(import.meta.dirname, '..');
const { sources, violations } = await cruise(project);
const unseen = sourceFiles().filter((file) => !sources.includes(file));

for (const { rule, from, to } of violations) console.error(`${rule}: ${from} imports ${to}`);
for (const file of unseen) console.error(`not seen: ${file}`);
if (sources.length < LEAST_MODULES) {
  console.error(
    `Cannot trust the check: it saw ${sources.length} modules, at least ${LEAST_MODULES} are expected. ` +
      'Run `npm ci`: @swc/core, the parser, may be missing.',
  );
}

const isSound = violations.length === 0 && unseen.length === 0 && sources.length >= LEAST_MODULES;
console.log(
  `layers: ${sources.length} modules, ${violations.length} forbidden imports, ${unseen.length} not seen`,
);
process.exitCode = isSound ? 0 : 1;

function sourceFiles(): string[] {
  return readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
}
