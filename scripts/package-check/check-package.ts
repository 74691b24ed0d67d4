import type { AppPackage } from './app-package.ts';
import { checkFileTypes } from './files/file-types.ts';
import { checkLogosAndIcons, checkPictures } from './files/pictures.ts';
import { checkPlainAddresses } from './files/plain-addresses.ts';
import { checkSecrets } from './files/secrets.ts';
import { checkLinks, checkStrayFiles } from './files/stray-files.ts';
import type { Finding } from './finding.ts';
import type { JsonObject } from './json/json-object.ts';
import { checkTexts } from './listing/texts.ts';
import { checkTranslations } from './listing/translations.ts';
import { checkAddresses } from './manifest/addresses.ts';
import { checkHosts } from './manifest/hosts.ts';
import { checkCodeOfKind, checkKindOfApp } from './manifest/kind-of-app.ts';
import { checkKnownKeys } from './manifest/known-keys.ts';
import { checkLocations } from './manifest/locations.ts';
import { checkOauth } from './manifest/oauth.ts';
import { checkParameters } from './manifest/parameters.ts';
import { readManifest } from './manifest/read-manifest.ts';
import { checkScopes } from './manifest/scopes.ts';
import { checkPlaceholders, checkSecretSettings } from './manifest/secret-settings.ts';
import { checkValues } from './manifest/values.ts';
import { checkRequirements } from './requirements/requirements.ts';

/**
 * Checks an app package as Zendesk's validator does (zendesk_apps_support 4.52.0), offline, and adds our own rules.
 * Errors in the manifest hide what depends on it, as they do there.
 */
export function checkPackage(app: AppPackage): readonly Finding[] {
  const { manifest, findings: unreadable } = readManifest(app);
  const inManifest = manifest === undefined ? unreadable : [...unreadable, ...checkManifest(manifest, app)];
  const isClean = manifest !== undefined && inManifest.every(({ level }) => level !== 'error');
  return [
    ...inManifest,
    ...(isClean ? checkWithManifest(manifest, app) : []),
    ...checkAlways(app),
    ...checkStrayFiles(app),
    ...(manifest === undefined ? [] : checkOurRules(manifest, app)),
  ];
}

/** Stage 1, rules 2 to 14. Rule 11 (mTLS) is for accounts with a server flag: the type is unknown to others. */
function checkManifest(manifest: JsonObject, app: AppPackage): readonly Finding[] {
  return [
    ...checkValues(manifest),
    ...checkOauth(manifest),
    ...checkAddresses(manifest, app),
    ...checkParameters(manifest),
    ...checkScopes(manifest),
    ...checkKindOfApp(manifest),
    ...checkLocations(manifest, app),
  ];
}

/** Stage 2, rules 15 to 21. */
function checkWithManifest(manifest: JsonObject, app: AppPackage): readonly Finding[] {
  return [
    ...checkLinks(app),
    ...checkCodeOfKind(manifest, app),
    ...checkTranslations(manifest, app),
    ...checkRequirements(manifest, app),
    ...checkSecretSettings(manifest),
    ...checkPlainAddresses(app),
  ];
}

/** Stage 3, rules 22 to 24. */
function checkAlways(app: AppPackage): readonly Finding[] {
  return [...checkPictures(app), ...checkFileTypes(app), ...checkSecrets(app)];
}

/** What Zendesk does not check and we would regret. */
function checkOurRules(manifest: JsonObject, app: AppPackage): readonly Finding[] {
  return [
    ...checkKnownKeys(manifest),
    ...checkTexts(manifest, app),
    ...checkLogosAndIcons(manifest, app),
    ...checkHosts(manifest, app),
    ...checkPlaceholders(manifest, app),
  ];
}
