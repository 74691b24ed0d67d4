import type { AppPackage } from '../app-package.ts';
import { error, type Finding } from '../finding.ts';
import { isJsonObject, objectOrEmpty, type JsonObject } from '../json/json-object.ts';
import { readJson } from '../json/read-json.ts';
import { LOCALE } from '../manifest/addresses.ts';
import { PRODUCTS } from '../manifest/known-keys.ts';

const FOR_ALL = ['name'];
const FOR_PUBLIC = ['name', 'short_description', 'long_description', 'installation_instructions'];

/** Rule 17 of the package check: every file of translations/. */
export function checkTranslations(manifest: JsonObject, app: AppPackage): readonly Finding[] {
  return translationFiles(app).flatMap(([path, text]) => checkFile(path, text, manifest));
}

/** The files of translations/ with their text. */
export function translationFiles({ files }: AppPackage): [path: string, text: string][] {
  return [...files]
    .filter(([path]) => /^translations\/[^/]+\.json$/.test(path))
    .map(([path, content]) => [path, content.toString('utf8')]);
}

function checkFile(path: string, text: string, manifest: JsonObject): readonly Finding[] {
  const locale = path.slice('translations/'.length, -'.json'.length);
  if (!LOCALE.test(locale))
    return [error('translation.locale', `${path} is not named for a locale such as en or en-gb.`)];
  const json = readJson(text);
  if (json.type === 'invalid') return [error('translation.json', `${path} is not JSON: ${json.reason}.`)];
  if (json.type === 'other') return [error('translation.object', `${path} is not a JSON object.`)];
  const app = objectOrEmpty(json.object['app']);
  return [
    ...checkParameterTexts(path, app['parameters']),
    ...checkPackageForm(path, json.object, app),
    ...checkListing(path, app, manifest),
  ];
}

function checkParameterTexts(path: string, parameters: unknown): readonly Finding[] {
  return Object.entries(objectOrEmpty(parameters))
    .filter(([, texts]) => !isJsonObject(texts) || texts['label'] === undefined)
    .map(([name]) =>
      error('translation.parameter', `${path}: the texts of the setting ${name} have no label.`),
    );
}

/** `app.package` says that the file is in Zendesk's own form, with a title and a value at every leaf. */
function checkPackageForm(path: string, file: JsonObject, app: JsonObject): readonly Finding[] {
  if (!app['package']) return [];
  const { package: _, ...others } = app;
  return hasTitledLeaves({ ...file, app: others })
    ? []
    : [
        error(
          'translation.package',
          `${path} has app.package, so each text must be { "title", "value" }: leave package out.`,
        ),
      ];
}

function hasTitledLeaves(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const isLeaf =
    typeof value['title'] === 'string' &&
    typeof value['value'] === 'string' &&
    Object.keys(value).length === 2;
  return isLeaf || Object.values(value).every(hasTitledLeaves);
}

/** The texts of the listing: once for all products, or for each product by itself. */
function checkListing(path: string, app: JsonObject, manifest: JsonObject): readonly Finding[] {
  const required = manifest['private'] === false ? FOR_PUBLIC : FOR_ALL;
  const products = PRODUCTS.filter((product) => product in app);
  if (products.length === 0) return checkTexts(path, 'app', app, required);
  const offered = Object.keys(objectOrEmpty(manifest['location']));
  return [
    ...products
      .filter((product) => !offered.includes(product))
      .map((product) =>
        error('translation.product', `${path} has texts for ${product}, which manifest.json does not name.`),
      ),
    ...products.flatMap((product) =>
      checkTexts(path, `app.${product}`, objectOrEmpty(app[product]), required),
    ),
  ];
}

function checkTexts(
  path: string,
  group: string,
  texts: JsonObject,
  required: readonly string[],
): readonly Finding[] {
  const isThere = (key: string): boolean =>
    texts[key] !== undefined || (key === 'short_description' && texts['description'] !== undefined);
  return required
    .filter((key) => !isThere(key))
    .map((key) => error('translation.required', `${path} has no ${group}.${key}.`));
}
