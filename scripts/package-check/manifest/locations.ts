import type { AppPackage } from '../app-package.ts';
import { error, type Finding } from '../finding.ts';
import { isJsonObject, shown, type JsonObject } from '../json/json-object.ts';
import { isWithoutInterface } from './kind-of-app.ts';
import { LOCATIONS, PRODUCTS } from './known-keys.ts';

/** Rules 13 and 14 of the package check: framework version 2.0, known places, and pages that exist. */
export function checkLocations(manifest: JsonObject, app: AppPackage): readonly Finding[] {
  if (isWithoutInterface(manifest)) return [];
  const version = manifest['frameworkVersion'];
  const findings =
    version === '2.0'
      ? []
      : [error('framework-version', `frameworkVersion is ${shown(version)}; it must be "2.0".`)];
  return [...findings, ...checkProducts(manifest['location'], app)];
}

function checkProducts(location: unknown, app: AppPackage): readonly Finding[] {
  if (typeof location === 'string' || Array.isArray(location)) {
    return [
      error(
        'location.form',
        'location has the form of version 1; write { "support": { "ticket_sidebar": … } }.',
      ),
    ];
  }
  if (!isJsonObject(location) || Object.keys(location).length === 0) {
    return [error('location.none', 'manifest.json names no location for the app.')];
  }
  return Object.entries(location).flatMap(([product, places]) => checkProduct(product, places, app));
}

function checkProduct(product: string, places: unknown, app: AppPackage): readonly Finding[] {
  if (!PRODUCTS.includes(product)) {
    return [
      error(
        'location.product',
        `location names the product ${product}; Zendesk knows ${PRODUCTS.join(', ')}.`,
      ),
    ];
  }
  if (!isJsonObject(places)) {
    return [error('location.form', `location.${product} must be an object: { "ticket_sidebar": … }.`)];
  }
  return Object.entries(places).flatMap(([place, options]) =>
    checkLocation({ place, product, options: isJsonObject(options) ? options : { url: options }, app }),
  );
}

type Location = {
  readonly product: string;
  readonly place: string;
  readonly options: JsonObject;
  readonly app: AppPackage;
};

function checkLocation({ product, place, options, app }: Location): readonly Finding[] {
  const findings: Finding[] = [];
  if (product === 'support' && !LOCATIONS.includes(place)) {
    findings.push(
      error('location.unknown', `location.support names ${place}, which is no place for an app.`),
    );
  }
  if (options['flexible'] !== undefined && typeof options['flexible'] !== 'boolean') {
    findings.push(
      error(
        'location.flexible',
        `flexible of ${place} is ${shown(options['flexible'])}; it must be true or false.`,
      ),
    );
  }
  if ('objectTypes' in options) {
    findings.push(error('location.object-types', `${place} cannot have objectTypes.`));
  }
  const problem = problemOfUrl(options, app);
  return problem === undefined
    ? findings
    : [...findings, error('location.url', `The url of ${place} ${problem}`)];
}

function problemOfUrl({ url, autoLoad }: JsonObject, { files }: AppPackage): string | undefined {
  if (url === undefined || url === '')
    return autoLoad === false ? undefined : 'is missing, and autoLoad is not false.';
  if (typeof url !== 'string') return `is ${shown(url)}; it must be a text.`;
  if (url.includes('{{setting.')) return undefined;
  const address = URL.parse(url);
  if (address !== null)
    return isAllowed(address) ? undefined : `is ${url}; it must be https (http only for localhost).`;
  const path = url.split(/[?#]/, 1)[0] ?? url;
  if (!path.startsWith('assets/')) return `is ${url}; a page of the package must start with assets/.`;
  return files.has(path) ? undefined : `is ${url}, which is not in the package. Run \`npm run build\`.`;
}

const isAllowed = ({ protocol, hostname }: URL): boolean =>
  hostname !== '' && (protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost'));
