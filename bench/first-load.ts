import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runProgram } from '../scripts/run-program.ts';
import type { Measured } from './run.ts';

/** What a rep waits for when a ticket opens, in kB (1000 bytes) as a server sends them. Source: the app's size budget. */
const AT_MOST = 170;

const ASSETS = join(import.meta.dirname, '..', 'dist', 'assets');

/** Builds the app as it is packaged and weighs what opens the sidebar: the page's scripts and styles and their static imports. */
export async function benchFirstLoad(): Promise<readonly Measured[]> {
  if ((await runProgram('vite', ['build', '--logLevel', 'error'])) !== 0) {
    throw new Error('The production build failed, see above.');
  }
  const { kilobytes, files } = weighFirstLoad((file) => readFileSync(join(ASSETS, file), 'utf8'));
  return [
    {
      what: 'first load of the sidebar, gzip',
      value: kilobytes,
      unit: 'kB',
      atMost: AT_MOST,
      ran: `Production build; ${files.length} ${files.length === 1 ? 'file' : 'files'} that iframe.html names or that they import statically, gzip -9 each, 1 kB = 1000 bytes.`,
    },
  ];
}

/** The files that iframe.html loads before anything shows, and their weight. `read` gives a file of the build by its name. */
export function weighFirstLoad(read: (file: string) => string): {
  readonly kilobytes: number;
  readonly files: readonly string[];
} {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const imported of staticImports(read(file))) add(imported);
  };
  for (const file of namedByPage(read('iframe.html'))) add(file);
  if (files.size === 0)
    throw new Error('Cannot weigh the first load: iframe.html of the build names no script.');
  return { kilobytes: weigh([...files].map(read)), files: [...files] };
}

/** What these files weigh as a server sends them, in kB. */
export function weigh(contents: readonly string[]): number {
  return contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0) / 1000;
}

function namedByPage(page: string): readonly string[] {
  return [...page.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
}

/** `import … from "./x.js"`, `import "./x.js"` and `export … from "./x.js"`, but not `import("./x.js")`. */
function staticImports(script: string): readonly string[] {
  return [...script.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)].map(([, file = '']) => file);
}
