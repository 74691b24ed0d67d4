import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** An SOP as the desk publishes it. */
export type DeskSop = {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly hash: string;
};

const STARTER = join(import.meta.dirname, '..', '..', 'sops');
const OF_THIS_ACCOUNT = join(import.meta.dirname, 'sops');

/** The starter library, `sops/*.sop.md`. */
export const starterSops = (): readonly DeskSop[] => sopsIn(STARTER);

/** SOPs of this account alone: they use what only this account has, such as the depot of its settings. */
export const sopsOfThisAccount = (): readonly DeskSop[] => sopsIn(OF_THIS_ACCOUNT);

/** What the desk publishes when its day begins. */
export const deskSops = (): readonly DeskSop[] => [...starterSops(), ...sopsOfThisAccount()];

function sopsIn(folder: string): readonly DeskSop[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sop.md'))
    .toSorted()
    .map((name) => deskSop(readFileSync(join(folder, name), 'utf8')));
}

/**
 * Reads what publishing needs from the header: id and version.
 * @throws where the header has none, in words for whoever edits it in the desk
 */
export function deskSop(text: string): DeskSop {
  const id = /^sop:[ \t]*(\S+)/m.exec(text)?.[1];
  const version = Number(/^version:[ \t]*(\d+)/m.exec(text)?.[1]);
  if (id === undefined || !Number.isInteger(version)) {
    throw new Error('Cannot publish this SOP: its header needs “sop: <id>” and “version: <whole number>”.');
  }
  return { id, version, text, hash: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** The `published` setting: which version of which SOP may run, with its hash. */
export function publishedSetting(sops: readonly DeskSop[]): string {
  return JSON.stringify(
    Object.fromEntries(sops.map(({ id, version, hash }) => [id, { version, hash }])),
    null,
    2,
  );
}
