import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** What a rep waits for when a ticket opens: the entry and everything that it imports statically. */
const BUDGET_IN_KB = 170;

const ASSETS = join(import.meta.dirname, '..', '..', 'dist', 'assets');

test(`the first load is at most ${BUDGET_IN_KB} kB`, () => {
  const files = [...firstLoad(entries())];
  const size = files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000;
  expect(files.length).toBeGreaterThan(0);
  expect(size, files.join(', ')).toBeLessThanOrEqual(BUDGET_IN_KB);
});

/** Scripts and preloads that the page itself names. */
function entries(): string[] {
  return [...read('iframe.html').matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(
    ([, file]) => file ?? '',
  );
}

function firstLoad(files: readonly string[], seen = new Set<string>()): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    firstLoad(staticImports(file), seen);
  }
  return seen;
}

/** `import … from "./x.js"`, `import "./x.js"` and `export … from "./x.js"`, but not `import("./x.js")`. */
function staticImports(file: string): string[] {
  return [...read(file).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)].map(
    ([, name]) => name ?? '',
  );
}

function read(file: string): string {
  return readFileSync(join(ASSETS, file), 'utf8');
}
