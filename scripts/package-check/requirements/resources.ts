import { error, type Finding } from '../finding.ts';
import { isJsonObject, objectOrEmpty, objectsOf, type JsonObject } from '../json/json-object.ts';

/** The keys that a resource needs, by type. Types without an entry here are checked by rules of their own. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  automations: ['title'],
  macros: ['title'],
  targets: ['title'],
  views: ['title'],
  ticket_fields: ['title'],
  triggers: ['title'],
  user_fields: ['title', 'key'],
  organization_fields: ['title', 'key'],
  webhooks: ['name', 'status', 'endpoint', 'http_method', 'request_format'],
  channel_integrations: ['manifest_url'],
};
const OTHER_TYPES = ['custom_objects', 'custom_objects_v2'];

const TARGETS_THAT_ENDED = ['http_target', 'url_target_v2'];
const MOST_LEGACY_OBJECTS = 50;

/** Rule 18 of the package check, the part that looks at single resources. */
export function checkResources(requirements: JsonObject): readonly Finding[] {
  return [
    ...Object.keys(requirements)
      .filter((type) => !(type in REQUIRED) && !OTHER_TYPES.includes(type))
      .map((type) =>
        error('requirements.type', `requirements.json has ${type}, which Zendesk does not know.`),
      ),
    ...Object.entries(REQUIRED).flatMap(([type, keys]) => checkKeys(type, requirements[type], keys)),
    ...checkTargets(requirements['targets']),
    ...checkChannels(requirements['channel_integrations']),
    ...checkLegacyObjects(requirements['custom_objects']),
  ];
}

function checkKeys(type: string, group: unknown, keys: readonly string[]): readonly Finding[] {
  return Object.entries(objectOrEmpty(group)).flatMap(([identifier, resource]) =>
    keys
      .filter((key) => !(key in objectOrEmpty(resource)))
      .map((key) =>
        error('requirements.required-key', `requirements.json: ${type}.${identifier} has no ${key}.`),
      ),
  );
}

function checkTargets(targets: unknown): readonly Finding[] {
  return Object.entries(objectOrEmpty(targets))
    .filter(([, target]) => TARGETS_THAT_ENDED.includes(String(objectOrEmpty(target)['type'])))
    .map(([identifier]) =>
      error('requirements.target', `The target ${identifier} has a type that ended: use a webhook.`),
    );
}

function checkChannels(channels: unknown): readonly Finding[] {
  const number = Object.keys(objectOrEmpty(channels)).length;
  return number > 1
    ? [error('requirements.channels', `There are ${number} channel integrations; one is allowed.`)]
    : [];
}

function checkLegacyObjects(objects: unknown): readonly Finding[] {
  if (objects === undefined) return [];
  const types = objectOrEmpty(objects)['custom_object_types'];
  if (!isJsonObject(objects) || types === undefined) {
    return [
      error(
        'requirements.legacy-objects',
        'custom_objects has no custom_object_types. Use custom_objects_v2.',
      ),
    ];
  }
  const number = objectsOf(types).length + objectsOf(objects['custom_object_relationship_types']).length;
  return number > MOST_LEGACY_OBJECTS
    ? [
        error(
          'requirements.legacy-objects',
          `custom_objects has ${number} entries; ${MOST_LEGACY_OBJECTS} are allowed.`,
        ),
      ]
    : [];
}
