import { error, type Finding } from '../finding.ts';
import { objectsOf, shown, type JsonObject } from '../json/json-object.ts';

/** The places in a request where Zendesk's proxy may fill in a secure setting. */
const SCOPES = [
  'header',
  'body',
  'url',
  'jwt_secret_key',
  'jwt_claim',
  'basic_auth_username',
  'basic_auth_password',
];

/** Rule 10 of the package check: where a secret may be filled in. */
export function checkScopes(manifest: JsonObject): readonly Finding[] {
  return objectsOf(manifest['parameters'])
    .filter(({ scopes }) => scopes !== undefined)
    .flatMap(checkParameterScopes);
}

function checkParameterScopes({ name, secure, scopes }: JsonObject): readonly Finding[] {
  const setting = `the setting ${shown(name)}`;
  const findings =
    secure === true
      ? []
      : [error('scopes.not-secure', `Only a secure setting has scopes: make ${setting} secure.`)];
  if (!Array.isArray(scopes) || scopes.length === 0) {
    return [
      ...findings,
      error(
        'scopes.form',
        `scopes of ${setting} is ${shown(scopes)}; it must be an array that is not empty.`,
      ),
    ];
  }
  const unknown = scopes.filter((scope) => !SCOPES.includes(String(scope)));
  return [
    ...findings,
    ...unknown.map((scope) =>
      error(
        'scopes.unknown',
        `${setting} has the scope ${shown(scope)}; Zendesk knows ${SCOPES.join(', ')}.`,
      ),
    ),
  ];
}
