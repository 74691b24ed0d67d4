import { existsSync } from 'node:fs';
import { runProgram } from '../run-program.ts';

/** A way to get Chromium, and whether it worked. */
export type Installation = { readonly name: string; readonly run: () => Promise<boolean> };

const MINUTE = 60_000;

const playwrightsOwn: Installation = {
  name: 'playwright install chromium',
  run: () => succeeds('playwright', ['install', 'chromium'], 3 * MINUTE),
};

const fromApt: Installation = {
  name: 'apt-get install -y chromium',
  run: async () =>
    (await succeeds('apt-get', ['update'], 3 * MINUTE)) &&
    (await succeeds('apt-get', ['install', '-y', 'chromium'], 8 * MINUTE)),
};

/** The installations that this machine allows, in the order in which they are tried. */
export function installations(): readonly Installation[] {
  return canUseApt() ? [playwrightsOwn, fromApt] : [playwrightsOwn];
}

function canUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

async function succeeds(program: string, args: readonly string[], timeout: number): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return (await runProgram(program, args, { env, timeout })) === 0;
}
