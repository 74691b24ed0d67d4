import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pause } from '../faults.ts';

/** Ignored by git and by every tool: its name is `dist`. */
const BUILDS = join(import.meta.dirname, '..', 'dist');
const ROOT = join(import.meta.dirname, '..', '..');

export type Build = {
  /** `app`, `host`: part of the folder's name. */
  readonly name: string;
  /** Files and folders, from the repository's root, whose content decides whether a build is still good. */
  readonly sources: readonly string[];
  readonly build: (outDir: string) => Promise<void>;
};

/**
 * Builds into a folder that is named for the content of the sources, and does nothing where that folder is there. Several desks that start
 * at once build once.
 * @returns the folder
 */
export async function buildOnce({ name, sources, build }: Build): Promise<string> {
  const folder = join(BUILDS, `${name}-${await digestOf(sources)}`);
  if (existsSync(folder)) return folder;
  await mkdir(BUILDS, { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    const unfinished = `${folder}.building`;
    await rm(unfinished, { recursive: true, force: true });
    await build(unfinished);
    await rename(unfinished, folder);
    await removeOlder(name, folder);
  });
  return folder;
}

async function digestOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(sources.map(filesOf))).flat().toSorted()) {
    hash.update(relative(ROOT, file));
    // In order: the digest depends on it.
    hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 12);
}

async function filesOf(source: string): Promise<string[]> {
  const path = join(ROOT, source);
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Longer than any build; then the lock is a leftover. */
const LOCK_TRIES = 600;

async function withLock(lock: string, work: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < LOCK_TRIES && !(await isOurs(lock)); tries += 1) await pause(200);
  try {
    await work();
  } finally {
    await rmdir(lock).catch(() => undefined);
  }
}

/** Creating a folder is atomic: one of several wins. */
async function isOurs(lock: string): Promise<boolean> {
  return mkdir(lock).then(
    () => true,
    () => false,
  );
}

/** A build that is younger may still be served by another desk. */
const KEPT = 3_600_000;

async function removeOlder(name: string, current: string): Promise<void> {
  const builds = (await readdir(BUILDS))
    .filter((entry) => entry.startsWith(`${name}-`))
    .map((entry) => join(BUILDS, entry));
  for (const build of builds) {
    const age = Date.now() - (await stat(build)).mtimeMs;
    if (build !== current && age > KEPT) await rm(build, { recursive: true, force: true });
  }
}
