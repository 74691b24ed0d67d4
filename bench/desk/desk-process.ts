import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '..', '..');
/** The desk builds the app before it opens. */
const LONGEST_START = 180_000;

/** A desk of its own, on a free port, with stand-ins only: `.env` is not read, so nothing real is ever asked. */
export type DeskProcess = { readonly url: string; stop(): Promise<void> };

/** Starts `desk/serve.ts` and waits until it has printed its address. Throws with its last words where it ends before. */
export function startDeskProcess(): Promise<DeskProcess> {
  const child = spawn(process.execPath, [join('desk', 'serve.ts'), '--port', '0', '--fakes-only'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  // Also when the bench itself breaks: nothing may stay behind.
  const kill = (): void => void child.kill();
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
  };
  return new Promise((resolve, reject) => {
    const words: string[] = [];
    const timer = setTimeout(() => {
      void stop();
      reject(new Error(`The desk did not open within ${LONGEST_START / 1000} s.`));
    }, LONGEST_START);
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^Signoff desk: (\S+)/.exec(line)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve({ url, stop });
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      const lastWords = words.join('').trim().split('\n').slice(-3).join(' ');
      reject(new Error(`The desk ended with ${code} before it opened. ${lastWords}`));
    });
  });
}
