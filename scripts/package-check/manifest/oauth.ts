import { error, type Finding } from '../finding.ts';
import { objectOrEmpty, objectsOf, type JsonObject } from '../json/json-object.ts';

const KEYS = ['client_id', 'client_secret', 'authorize_uri', 'access_token_uri'];

/** Rule 7 of the package check: OAuth settings are complete and have the parameter that holds the token. */
export function checkOauth(manifest: JsonObject): readonly Finding[] {
  if (manifest['oauth'] === undefined) return [];
  const oauth = objectOrEmpty(manifest['oauth']);
  const findings = KEYS.filter((key) => !oauth[key]).map((key) =>
    error('oauth.incomplete', `oauth in manifest.json has no ${key}.`),
  );
  const hasParameter = objectsOf(manifest['parameters']).some(({ type }) => type === 'oauth');
  return hasParameter
    ? findings
    : [
        ...findings,
        error('oauth.parameter', 'manifest.json has oauth settings but no parameter of type oauth.'),
      ];
}
