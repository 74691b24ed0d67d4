import { searchBrowser, type Refused } from './browser/candidates.ts';
import { installations } from './browser/install.ts';

/**
 * Finds a Chromium that starts, and installs one where there is none: Playwright's own, else the distribution's.
 * @returns its path, for `CHROMIUM_PATH`
 * @throws with everything that was tried and three remedies: browser tests are never skipped silently
 */
export async function findBrowser(): Promise<string> {
  let search = await searchBrowser();
  if (search.found !== undefined) return accept(search.found, search.refused);
  const failed: string[] = [];
  for (const { name, run } of installations()) {
    console.error(`No Chromium starts here yet. Trying: ${name}`);
    // Each installation is tried only when the one before it did not help.
    if (!(await run())) failed.push(name);
    search = await searchBrowser();
    if (search.found !== undefined) return accept(search.found, search.refused);
  }
  throw new Error(withRemedies(search.refused, failed));
}

/** A `CHROMIUM_PATH` that somebody set by hand and that does not work is worth a word. */
function accept(path: string, refused: readonly Refused[]): string {
  const asked = refused.find((candidate) => candidate.path === process.env['CHROMIUM_PATH']);
  if (asked !== undefined)
    console.error(`CHROMIUM_PATH is ${asked.path}, which does not start (${asked.reason}). Using ${path}.`);
  return path;
}

function withRemedies(refused: readonly Refused[], failed: readonly string[]): string {
  return [
    'Cannot run the browser tests: no Chromium starts on this machine. Tried:',
    ...refused.map(({ path, reason }) => `  ${path}: ${reason}`),
    ...failed.map((name) => `  ${name}: failed, see above`),
    'Do one of these and start again:',
    '  apt-get install chromium',
    '  npx playwright install --with-deps chromium',
    '  CHROMIUM_PATH=/path/to/chromium npm test',
  ].join('\n');
}

if (import.meta.main) {
  try {
    console.log(await findBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
