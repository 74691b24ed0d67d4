import { error, type Finding } from '../finding.ts';
import { objectsOf, shown, type JsonObject } from '../json/json-object.ts';

const TYPES = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth'];

/** Rule 9 of the package check: each setting by itself, and all of them together. */
export function checkParameters(manifest: JsonObject): readonly Finding[] {
  const parameters = objectsOf(manifest['parameters']);
  return [...parameters.flatMap(checkParameter), ...checkTogether(parameters)];
}

/** The type of a setting; Zendesk's default is text. */
export const typeOf = (parameter: JsonObject): unknown => parameter['type'] ?? 'text';

function checkParameter(parameter: JsonObject): readonly Finding[] {
  const { name, required, secure } = parameter;
  const type = typeOf(parameter);
  const findings: Finding[] = [];
  if (!TYPES.includes(String(type))) {
    findings.push(
      error(
        'parameter.type',
        `The setting ${shown(name)} has the type ${shown(type)}; Zendesk knows ${TYPES.join(', ')}.`,
      ),
    );
  }
  for (const [key, value] of Object.entries({ required, secure })) {
    if (value === undefined || typeof value === 'boolean') continue;
    findings.push(
      error(
        'parameter.boolean',
        `${key} of the setting ${shown(name)} is ${shown(value)}; it must be true or false.`,
      ),
    );
  }
  if (type === 'hidden' && required === true) {
    findings.push(
      error(
        'parameter.hidden-required',
        `The hidden setting ${shown(name)} cannot be required: nobody can fill it in.`,
      ),
    );
  }
  if (type === 'oauth' && secure === true) {
    findings.push(
      error('parameter.oauth-secure', `The oauth setting ${shown(name)} cannot be secure: it is by itself.`),
    );
  }
  if (name === 'name') {
    findings.push(
      error(
        'parameter.name-reserved',
        'No setting can be called "name": every installation has one already.',
      ),
    );
  }
  return findings;
}

function checkTogether(parameters: readonly JsonObject[]): readonly Finding[] {
  const names = parameters.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const findings = [...twice].map((name) =>
    error('parameter.name-twice', `There are two settings called ${shown(name)}.`),
  );
  const oauth = parameters.filter((parameter) => typeOf(parameter) === 'oauth');
  return oauth.length > 1
    ? [
        ...findings,
        error(
          'parameter.oauth-twice',
          `There are ${oauth.length} settings of type oauth; Zendesk allows one.`,
        ),
      ]
    : findings;
}
