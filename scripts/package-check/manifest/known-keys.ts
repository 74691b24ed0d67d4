import { warning, type Finding } from '../finding.ts';
import { isJsonObject, objectOrEmpty, objectsOf, type JsonObject } from '../json/json-object.ts';

/** Zendesk's products with apps. */
export const PRODUCTS: readonly string[] = ['support', 'chat', 'standalone_chat', 'sell'];

/** The places for an app in Support. `custom_object_record_sidebar` is refused unless Zendesk switched it on. */
export const LOCATIONS: readonly string[] = [
  'top_bar',
  'nav_bar',
  'ticket_sidebar',
  'new_ticket_sidebar',
  'user_sidebar',
  'organization_sidebar',
  'background',
  'modal',
  'ticket_editor',
  'system_top_bar',
];

const KEYS: readonly string[] = [
  'author',
  'defaultLocale',
  'domainWhitelist',
  'experiments',
  'frameworkVersion',
  'gaID',
  'location',
  'marketingOnly',
  'name',
  'noTemplate',
  'oauth',
  'parameters',
  'private',
  'remoteInstallationURL',
  'requirementsOnly',
  'signedUrls',
  'singleInstall',
  'termsConditionsURL',
  'version',
];
const AUTHOR_KEYS = ['name', 'email', 'url'];
const PARAMETER_KEYS = ['name', 'type', 'required', 'secure', 'default', 'scopes', 'allowed_domain'];
const LOCATION_KEYS = ['url', 'autoLoad', 'autoHide', 'flexible', 'size', 'signed', 'objectTypes'];

/** Our own rule: Zendesk ignores keys that it does not know, so a misspelt one is lost without a word. */
export function checkKnownKeys(manifest: JsonObject): readonly Finding[] {
  const locations = Object.values(objectOrEmpty(manifest['location'])).flatMap((places) =>
    Object.values(objectOrEmpty(places)).filter(isJsonObject),
  );
  return [
    ...unknownIn('manifest.json', manifest, KEYS),
    ...unknownIn('author', objectOrEmpty(manifest['author']), AUTHOR_KEYS),
    ...objectsOf(manifest['parameters']).flatMap((parameter) =>
      unknownIn('a parameter', parameter, PARAMETER_KEYS),
    ),
    ...locations.flatMap((location) => unknownIn('a location', location, LOCATION_KEYS)),
  ];
}

function unknownIn(place: string, object: JsonObject, known: readonly string[]): readonly Finding[] {
  return Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) =>
      warning('manifest.unknown-key', `${place} has the key ${key}, which Zendesk ignores. Misspelt?`),
    );
}
