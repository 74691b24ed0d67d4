import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** A desk of its own for one worker, on free ports. `test` puts the small page of the protocol's tests in the place of Signoff. */
export type DeskServer = { readonly url: string; readonly appOrigin: string; stop(): void };

/** Longest wait for the first start, which builds the page and the app. */
const START_TIMEOUT = 120_000;

export async function startDeskServer(app: 'signoff' | 'test'): Promise<DeskServer> {
  const child = spawn(process.execPath, ['desk/serve.ts', '--port', '0', '--fakes-only', '--app', app], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Also when the tests end in another way than they should.
  process.once('exit', () => child.kill());
  const said = await whatItSays(child);
  return {
    url: wordAfter(said, 'Signoff desk: '),
    appOrigin: wordAfter(said, 'served from '),
    stop: () => child.kill(),
  };
}

/** Everything up to the line with which the desk is ready. */
function whatItSays(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const giveUp = setTimeout(
      () => reject(new Error(`The desk did not start in ${START_TIMEOUT} ms. It said: ${said}`)),
      START_TIMEOUT,
    );
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('Stop with Ctrl+C')) return;
      clearTimeout(giveUp);
      resolve(said);
    });
    child.on('exit', (code) => {
      clearTimeout(giveUp);
      reject(new Error(`The desk ended with ${code} instead of starting.`));
    });
  });
}

function wordAfter(text: string, label: string): string {
  const found = new RegExp(`${label}(http://[^\\s]+?)\\.?\\s`).exec(text)?.[1];
  if (found === undefined) throw new Error(`The desk did not say “${label}”. It said: ${text}`);
  return found;
}
