import { error, warning, type Finding } from '../finding.ts';
import type { AppPackage } from '../app-package.ts';
import { textFiles } from '../app-package.ts';
import { objectsOf, shown, type JsonObject } from '../json/json-object.ts';
import { typeOf } from './parameters.ts';

/** Rule 20 of the package check: settings that look like secrets and are not treated like ones. */
export function checkSecretSettings(manifest: JsonObject): readonly Finding[] {
  return objectsOf(manifest['parameters']).flatMap((parameter) => {
    const { name, secure, scopes } = parameter;
    const type = typeOf(parameter);
    const findings: Finding[] = [];
    if (type === 'text' && secure !== true && /token|key|pwd|password/i.test(String(name))) {
      findings.push(
        warning(
          'parameter.looks-secret',
          `The setting ${shown(name)} looks like a secret but is not secure.`,
        ),
      );
    }
    if ((secure === true || type === 'hidden') && 'default' in parameter) {
      findings.push(
        warning(
          'parameter.default-on-secret',
          `The secure or hidden setting ${shown(name)} has a default, which every customer gets.`,
        ),
      );
    }
    if (secure === true && scopes === undefined) {
      findings.push(
        warning(
          'parameter.no-scopes',
          `The secure setting ${shown(name)} has no scopes: say where it may be filled in.`,
        ),
      );
    }
    return findings;
  });
}

/** The token of the app's one OAuth slot. A package without Salesforce has no such setting, and then nothing asks for it. */
const OAUTH_TOKEN = 'salesforce';

/** Our own rule: what the code asks Zendesk's proxy to fill in must be a secure setting of the manifest, or its OAuth token. */
export function checkPlaceholders(manifest: JsonObject, app: AppPackage): readonly Finding[] {
  const secure = new Set(
    objectsOf(manifest['parameters'])
      .filter((one) => one['secure'] === true)
      .map(({ name }) => name),
  );
  return textFiles(app, 'js', 'mjs', 'html').flatMap(([path, text]) =>
    [...new Set([...text.matchAll(/\{\{setting\.([\w-]+)\}\}/g)].map(([, name]) => name))]
      .filter((name) => !secure.has(name) && !isOauthToken(manifest, name))
      .map((name) =>
        error(
          'placeholder.not-secure',
          `${path} uses {{setting.${name}}}, which is no secure setting of the manifest.`,
        ),
      ),
  );
}

/** Either the slot and its setting are both there, or neither is. */
function isOauthToken(manifest: JsonObject, name: string | undefined): boolean {
  const tokens = objectsOf(manifest['parameters']).filter((one) => typeOf(one) === 'oauth');
  if (tokens.some((one) => one['name'] === name)) return true;
  return name === OAUTH_TOKEN && tokens.length === 0 && manifest['oauth'] === undefined;
}
