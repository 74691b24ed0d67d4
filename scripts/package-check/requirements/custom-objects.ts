import { error, type Finding } from '../finding.ts';
import { isJsonObject, objectsOf, type JsonObject } from '../json/json-object.ts';
import { checkObjectLimits } from './object-limits.ts';
import { checkObjectKeys } from './object-keys.ts';

const COLLECTIONS = ['objects', 'object_fields', 'object_triggers'];
const MOST_BYTES = 1_048_576;

/** The content of custom_objects_v2, once its form is known to be right. */
export type CustomObjects = {
  readonly objects: readonly JsonObject[];
  readonly fields: readonly JsonObject[];
  readonly triggers: readonly JsonObject[];
};

/** Rule 19 of the package check. As at Zendesk, each step stops at its first errors. */
export function checkCustomObjects(value: unknown): readonly Finding[] {
  if (value === undefined) return [];
  const form = checkForm(value);
  if (form.length > 0 || !isJsonObject(value)) return form;
  const content: CustomObjects = {
    objects: objectsOf(value['objects']),
    fields: objectsOf(value['object_fields']),
    triggers: objectsOf(value['object_triggers']),
  };
  const steps = [
    () => checkSize(value),
    () => [...checkObjectLimits(content), ...checkObjectKeys(content)],
    () => checkPlaceholders(value),
    () => checkReferences(content),
  ];
  for (const step of steps) {
    const findings = step();
    if (findings.length > 0) return findings;
  }
  return [];
}

function checkForm(value: unknown): readonly Finding[] {
  if (!isJsonObject(value) || Object.keys(value).length === 0) {
    return [error('objects.form', 'custom_objects_v2 must be an object that is not empty.')];
  }
  const noArrays = COLLECTIONS.filter((key) => value[key] !== undefined && !Array.isArray(value[key]));
  if (noArrays.length > 0) {
    return noArrays.map((key) => error('objects.form', `custom_objects_v2.${key} must be an array.`));
  }
  const isEmpty = COLLECTIONS.every((key) => objectsOf(value[key]).length === 0);
  return isEmpty ? [error('objects.form', 'custom_objects_v2 declares nothing: leave it out.')] : [];
}

function checkSize(value: JsonObject): readonly Finding[] {
  const bytes = Buffer.byteLength(JSON.stringify(value));
  return bytes > MOST_BYTES
    ? [error('objects.size', `custom_objects_v2 has ${bytes} bytes; ${MOST_BYTES} are allowed.`)]
    : [];
}

function checkPlaceholders(value: JsonObject): readonly Finding[] {
  return JSON.stringify(value).includes('{{setting.')
    ? [
        error(
          'objects.placeholder',
          'custom_objects_v2 uses {{setting.…}}; settings are not filled in there.',
        ),
      ]
    : [];
}

function checkReferences({ objects, fields, triggers }: CustomObjects): readonly Finding[] {
  const declared = new Set(objects.map(({ key }) => key));
  return [...fields, ...triggers]
    .filter(({ object_key: object }) => !declared.has(object))
    .map(({ key, object_key: object }) =>
      error(
        'objects.reference',
        `${String(key)} belongs to the object ${String(object)}, which is not declared.`,
      ),
    );
}
