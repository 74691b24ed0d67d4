#!/usr/bin/env node
// `npx signoff …`: starts src/cli/main.ts as it is. Node strips the types itself; where the machine's Node is too
// old for that, the one that npm installed for this project runs it.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REQUIRED_NODE, isNodeTooOld } from '../scripts/node-version.mjs';

/** Exit status for "unusable arguments", as the command line documents it. */
const CANNOT_START = 2;

const root = fileURLToPath(new URL('..', import.meta.url));
const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const node = isNodeTooOld(process.versions.node) ? ownNode : process.execPath;

if (existsSync(node)) {
  const main = join(root, 'src', 'cli', 'main.ts');
  const args = ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)];
  const { status } = spawnSync(node, args, { stdio: 'inherit' });
  process.exitCode = status ?? CANNOT_START;
} else {
  console.error(
    `Cannot start signoff: it needs Node ${REQUIRED_NODE} or later and this is Node ${process.versions.node}. ` +
      'Run `npm ci` in the project (without --ignore-scripts): it installs the right one.',
  );
  process.exitCode = CANNOT_START;
}
