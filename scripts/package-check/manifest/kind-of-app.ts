import type { AppPackage } from '../app-package.ts';
import { error, type Finding } from '../finding.ts';
import { objectsOf, type JsonObject } from '../json/json-object.ts';

/** Rule 12 of the package check: apps that only install requirements or only advertise have no interface. */
export function checkKindOfApp(manifest: JsonObject): readonly Finding[] {
  const findings: Finding[] = [];
  if (manifest['marketingOnly'] === true) {
    if (objectsOf(manifest['parameters']).length > 0) {
      findings.push(error('kind.marketing-parameters', 'A marketing-only app cannot have settings.'));
    }
    if (manifest['private'] !== false) {
      findings.push(error('kind.marketing-private', 'A marketing-only app must say "private": false.'));
    }
  }
  if (isWithoutInterface(manifest)) {
    for (const key of ['location', 'frameworkVersion']) {
      if (key in manifest)
        findings.push(error('kind.interface', `An app without interface cannot have ${key}.`));
    }
  }
  return findings;
}

/** Rule 16: such an app holds no code either. */
export function checkCodeOfKind(manifest: JsonObject, { files }: AppPackage): readonly Finding[] {
  if (!isWithoutInterface(manifest)) return [];
  return [...files.keys()]
    .filter((path) => /\.(js|hdbs)$|^app\.s?css$/.test(path))
    .map((path) => error('kind.code', `An app without interface cannot contain code: ${path}.`));
}

/** Whether the app only installs requirements or only advertises. */
export const isWithoutInterface = (manifest: JsonObject): boolean =>
  manifest['requirementsOnly'] === true || manifest['marketingOnly'] === true;
