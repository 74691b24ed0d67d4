import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findBrowser } from '../find-browser.ts';
import { runProgram } from '../run-program.ts';
import { countPlaywright, countVitest, type Counts } from './counts.ts';

/** What a step counts when it failed without saying which test. */
const ONE_FAILURE: Counts = { passed: 0, failed: 1, skipped: 0 };
const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

/** Runs the tests in Node and jsdom; their report is written into `reports`. */
export async function runVitest(reports: string): Promise<Counts> {
  const file = join(reports, 'vitest.json');
  const code = await runProgram('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return counted({ runner: 'Vitest', code, file, count: countVitest });
}

/** Builds the app as it is packaged. */
export async function runBuild(): Promise<Counts> {
  return (await runProgram('vite', ['build'])) === 0 ? NOTHING : ONE_FAILURE;
}

/** Runs the tests in a real browser, over the app that was built; their report is written into `reports`. */
export async function runPlaywright(reports: string): Promise<Counts> {
  const file = join(reports, 'playwright.json');
  const code = await runProgram('playwright', ['test', '--reporter=list,json'], {
    env: {
      CHROMIUM_PATH: await findBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      SIGNOFF_PREVIEW_PORT: String(await freePort()),
      SIGNOFF_DESK_PORT: String(await freePort()),
    },
  });
  return counted({ runner: 'Playwright', code, file, count: countPlaywright });
}

type Run = {
  readonly runner: string;
  readonly code: number;
  readonly file: string;
  readonly count: (report: unknown) => Counts;
};

function counted({ runner, code, file, count }: Run): Counts {
  if (!existsSync(file)) {
    console.error(`${runner} ended with ${code} and wrote no report: counted as one failure.`);
    return ONE_FAILURE;
  }
  const counts = count(JSON.parse(readFileSync(file, 'utf8')));
  if (code === 0 || counts.failed > 0) return counts;
  console.error(`${runner} ended with ${code} though no test failed: counted as one failure.`);
  return { ...counts, failed: 1 };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
