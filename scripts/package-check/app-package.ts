import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A folder as it will be zipped: contents by path (with `/`), and the symbolic links, which have none. */
export type AppPackage = {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly links: readonly string[];
};

/** Zendesk ignores this folder; zcli keeps its own zip there. */
const IGNORED = /^tmp\//;

/**
 * Reads a folder, dotfiles included.
 * @throws when the folder does not exist
 */
export function readAppPackage(folder: string): AppPackage {
  const files = new Map<string, Buffer>();
  const links: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).replaceAll('\\', '/');
    if (IGNORED.test(path)) continue;
    if (entry.isSymbolicLink()) links.push(path);
    else if (entry.isFile()) files.set(path, readFileSync(file));
  }
  return { files, links };
}

/** The text of a file, or undefined when the package has none at that path. */
export function textOf({ files }: AppPackage, path: string): string | undefined {
  return files.get(path)?.toString('utf8');
}

/** The files whose name ends in one of the extensions (without dot), as text. */
export function textFiles(
  { files }: AppPackage,
  ...extensions: readonly string[]
): [path: string, text: string][] {
  return [...files]
    .filter(([path]) => extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`)))
    .map(([path, content]) => [path, content.toString('utf8')]);
}
