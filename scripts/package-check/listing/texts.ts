import type { AppPackage } from '../app-package.ts';
import { error, type Finding } from '../finding.ts';
import { objectOrEmpty, objectsOf, shown, type JsonObject } from '../json/json-object.ts';
import { readJson } from '../json/read-json.ts';
import { translationFiles } from './translations.ts';

/** Limits of the form with which an app is submitted. The validator does not look; the review does. */
const LIMITS = [
  ['short_description', 80],
  ['long_description', 65_000],
] as const;

/** Our own rules: texts fit the submission form, and every setting has a label and a help text. */
export function checkTexts(manifest: JsonObject, app: AppPackage): readonly Finding[] {
  return translationFiles(app).flatMap(([path, text]) => {
    const json = readJson(text);
    const texts = json.type === 'object' ? objectOrEmpty(json.object['app']) : {};
    return [...checkLengths(path, texts), ...checkLabels(path, texts, manifest)];
  });
}

function checkLengths(path: string, texts: JsonObject): readonly Finding[] {
  return LIMITS.flatMap(([key, limit]) => {
    const text = texts[key];
    if (typeof text !== 'string' || text.length <= limit) return [];
    return [
      error('listing.too-long', `${path}: app.${key} has ${text.length} characters, ${limit} are allowed.`),
    ];
  });
}

function checkLabels(path: string, texts: JsonObject, manifest: JsonObject): readonly Finding[] {
  const parameters = objectOrEmpty(texts['parameters']);
  return objectsOf(manifest['parameters']).flatMap(({ name, type }) => {
    if (type === 'hidden') return [];
    const setting = objectOrEmpty(parameters[String(name)]);
    return ['label', 'helpText']
      .filter((key) => !setting[key])
      .map((key) => error('setting.text', `${path}: the setting ${shown(name)} has no ${key}.`));
  });
}
