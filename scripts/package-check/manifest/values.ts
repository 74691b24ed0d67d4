import { error, type Finding } from '../finding.ts';
import { isJsonObject, objectOrEmpty, shown, type JsonObject } from '../json/json-object.ts';
import { LOCATIONS } from './known-keys.ts';

const REQUIRED = ['author', 'defaultLocale'];
const STRINGS = [
  'defaultLocale',
  'version',
  'frameworkVersion',
  'remoteInstallationURL',
  'termsConditionsURL',
  'gaID',
];
const AUTHOR_STRINGS = ['name', 'email', 'url'];
const BOOLEANS = ['requirementsOnly', 'marketingOnly', 'singleInstall', 'signedUrls', 'private'];

/** Rules 2 to 6 of the package check: what must be there, and the types of the values. */
export function checkValues(manifest: JsonObject): readonly Finding[] {
  const author = objectOrEmpty(manifest['author']);
  return [
    ...REQUIRED.filter((key) => manifest[key] === undefined || manifest[key] === null).map((key) =>
      error('manifest.required', `manifest.json has no ${key}.`),
    ),
    ...STRINGS.filter((key) => isNoString(manifest[key])).map((key) => noString(key, manifest[key])),
    ...AUTHOR_STRINGS.filter((key) => isNoString(author[key])).map((key) =>
      noString(`author.${key}`, author[key]),
    ),
    ...BOOLEANS.filter((key) => key in manifest && typeof manifest[key] !== 'boolean').map((key) =>
      error(
        'manifest.boolean',
        `${key} in manifest.json is ${shown(manifest[key])}; it must be true or false.`,
      ),
    ),
    ...checkNoTemplate(manifest['noTemplate']),
    ...checkExperiments(manifest['experiments']),
    ...checkArrays(manifest),
  ];
}

const isNoString = (value: unknown): boolean =>
  value !== undefined && value !== null && typeof value !== 'string';

const noString = (key: string, value: unknown): Finding =>
  error('manifest.string', `${key} in manifest.json is ${shown(value)}; it must be a text.`);

/** In version 2 there are no templates: only "none" may be said. */
function checkNoTemplate(value: unknown): readonly Finding[] {
  if (value === undefined || value === false) return [];
  const isKnown = Array.isArray(value) && value.every((location) => LOCATIONS.includes(String(location)));
  if (isKnown && value.length === 0) return [];
  return [error('manifest.no-template', 'noTemplate has no meaning in framework version 2.0: leave it out.')];
}

const ALLOWED_EXPERIMENTS = ['hashParams', 'newCssCompiler'];

/** The object itself is rule 5; the names are rule 15. */
function checkExperiments(value: unknown): readonly Finding[] {
  if (value === undefined) return [];
  if (!isJsonObject(value))
    return [error('manifest.experiments', 'experiments must be an object: leave it out.')];
  return Object.entries(value)
    .filter(([name, isOn]) => Boolean(isOn) && !ALLOWED_EXPERIMENTS.includes(name))
    .map(([name]) => error('manifest.experiments', `The experiment ${name} is not known to Zendesk.`));
}

function checkArrays({ domainWhitelist, parameters }: JsonObject): readonly Finding[] {
  const findings: Finding[] = [];
  const areHosts =
    Array.isArray(domainWhitelist) && domainWhitelist.every((host) => typeof host === 'string');
  if (domainWhitelist !== undefined && !areHosts) {
    findings.push(error('manifest.domain-whitelist', 'domainWhitelist must be an array of host names.'));
  }
  if (parameters !== undefined && !Array.isArray(parameters)) {
    findings.push(error('manifest.parameters', 'parameters must be an array.'));
  }
  return findings;
}
