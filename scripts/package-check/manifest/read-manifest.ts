import type { AppPackage } from '../app-package.ts';
import { textOf } from '../app-package.ts';
import { error, type Finding } from '../finding.ts';
import type { JsonObject } from '../json/json-object.ts';
import { readJson } from '../json/read-json.ts';

/** The manifest, if it can be read at all, and what is wrong with the file as such. */
export type ReadManifest = {
  readonly manifest: JsonObject | undefined;
  readonly findings: readonly Finding[];
};

/** Rule 1 of the package check: manifest.json is at the root, is JSON, and has no key twice. */
export function readManifest(app: AppPackage): ReadManifest {
  const text = textOf(app, 'manifest.json');
  if (text === undefined) return { manifest: undefined, findings: [missing(app)] };
  const json = readJson(text);
  switch (json.type) {
    case 'object':
      return { manifest: json.object, findings: json.duplicates.map(duplicate) };
    case 'other':
      return {
        manifest: undefined,
        findings: [error('manifest.json', 'manifest.json is not a JSON object.')],
      };
    case 'invalid':
      return {
        manifest: undefined,
        findings: [error('manifest.json', `manifest.json is not JSON: ${json.reason}.`)],
      };
  }
}

function missing({ files }: AppPackage): Finding {
  const nested = [...files.keys()].find((path) => /^[^/]+\/manifest\.json$/.test(path));
  return nested === undefined
    ? error('manifest.missing', 'There is no manifest.json at the root of the package.')
    : error(
        'manifest.nested',
        `The manifest is at ${nested}. Zip the content of that folder, not the folder.`,
      );
}

const duplicate = (key: string): Finding =>
  error('manifest.duplicate-key', `manifest.json has the key ${key} twice: the first one is lost.`);
