import type { AppPackage } from '../app-package.ts';
import { error, type Finding } from '../finding.ts';
import { objectOrEmpty, shown, type JsonObject } from '../json/json-object.ts';

/** The form of a locale in file names and in defaultLocale. */
export const LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/;

/** Rule 8 of the package check: the default locale and its file, and the web addresses. */
export function checkAddresses(manifest: JsonObject, { files }: AppPackage): readonly Finding[] {
  return [
    ...checkLocale(manifest['defaultLocale'], files),
    ...checkUrl('termsConditionsURL', manifest['termsConditionsURL']),
    ...checkUrl('author.url', objectOrEmpty(manifest['author'])['url']),
  ];
}

function checkLocale(locale: unknown, files: AppPackage['files']): readonly Finding[] {
  if (typeof locale !== 'string') return [];
  if (!LOCALE.test(locale))
    return [error('locale.form', `defaultLocale is ${shown(locale)}; it must look like "en" or "en-gb".`)];
  const file = `translations/${locale}.json`;
  return files.has(file)
    ? []
    : [error('locale.file', `defaultLocale is "${locale}" but there is no ${file}.`)];
}

function checkUrl(key: string, value: unknown): readonly Finding[] {
  if (typeof value !== 'string') return [];
  const url = URL.parse(value);
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '';
  return isWeb
    ? []
    : [error('manifest.url', `${key} is ${shown(value)}; it must be a web address with a host.`)];
}
