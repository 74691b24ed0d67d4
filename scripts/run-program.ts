import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** What a finished program left behind. `code` is 1 when a signal ended it. */
export type Ended = { readonly code: number; readonly output: string };

type Options = {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Stops the program after this many milliseconds. */
  readonly timeout?: number;
};

const ROOT = join(import.meta.dirname, '..');

/** Runs a program with its output on the terminal and gives its exit status. Throws when it cannot start. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: Options = {},
): Promise<number> {
  return (await start(program, args, 'inherit', options)).code;
}

/** Runs a program and gives its exit status and what it printed on standard output. */
export function captureProgram(
  program: string,
  args: readonly string[],
  options: Options = {},
): Promise<Ended> {
  return start(program, args, 'pipe', options);
}

function start(
  program: string,
  args: readonly string[],
  stdout: 'inherit' | 'pipe',
  { folder = ROOT, env = {}, timeout }: Options,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, PATH: pathWithOurPrograms(), ...env },
      stdio: ['ignore', stdout, 'inherit'],
      ...(timeout === undefined ? {} : { timeout }),
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (cause) =>
      reject(new Error(`Cannot start ${program}: ${cause.message}. Run \`npm ci\`.`, { cause })),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** The tools that npm installed come first, and with them the Node that the pinned versions need. */
function pathWithOurPrograms(): string {
  return [join(ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
}
