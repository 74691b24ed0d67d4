import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCounts, closingLine, type Counts } from './testing/counts.ts';
import { runBuild, runPlaywright, runVitest } from './testing/runners.ts';

// `npm test`: everything, in a real browser too. A step that fails does not hide what the next would say, except
// that there is nothing to open in a browser without a build.

const reports = mkdtempSync(join(tmpdir(), 'signoff-test-'));
try {
  const inNode = await runVitest(reports);
  const build = await runBuild();
  const inBrowser = build.failed > 0 ? [] : [await inBrowserOrFailure()];
  const total = addCounts(inNode, build, ...inBrowser);
  console.log(closingLine(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
} finally {
  rmSync(reports, { recursive: true, force: true });
}

async function inBrowserOrFailure(): Promise<Counts> {
  try {
    return await runPlaywright(reports);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
