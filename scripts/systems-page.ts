import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSystemsPage } from './systems-page/write-systems-page.ts';

// `npx node scripts/systems-page.ts`: writes the parts of docs/systems.md that are made from the code.

const page = join(import.meta.dirname, '..', 'docs', 'systems.md');
writeFileSync(page, await writeSystemsPage(readFileSync(page, 'utf8')));
