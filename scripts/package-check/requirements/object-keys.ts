import { error, type Finding } from '../finding.ts';
import { isJsonObject, shown, type JsonObject } from '../json/json-object.ts';
import type { CustomObjects } from './custom-objects.ts';
import { conditionsOf } from './object-limits.ts';

const OBJECT_KEYS = ['key', 'title', 'title_pluralized', 'include_in_list_view'];
const FIELD_KEYS = ['key', 'title', 'type', 'object_key'];
const TRIGGER_KEYS = ['key', 'object_key', 'title', 'actions', 'conditions'];

/** The part of rule 19 that asks for keys, and for triggers that can fire and do something. */
export function checkObjectKeys({ objects, fields, triggers }: CustomObjects): readonly Finding[] {
  return [
    ...objects.flatMap((object) => missing('The custom object', object, OBJECT_KEYS)),
    ...fields.flatMap((field) => missing('The field', field, FIELD_KEYS)),
    ...triggers.flatMap((trigger) => [
      ...missing('The trigger', trigger, TRIGGER_KEYS),
      ...checkTrigger(trigger),
    ]),
  ];
}

function missing(what: string, resource: JsonObject, keys: readonly string[]): readonly Finding[] {
  return keys
    .filter((key) => !(key in resource))
    .map((key) => error('objects.required-key', `${what} ${shown(resource['key'])} has no ${key}.`));
}

function checkTrigger(trigger: JsonObject): readonly Finding[] {
  const { key, conditions, actions } = trigger;
  const findings: Finding[] = [];
  const isKnown =
    isJsonObject(conditions) && Object.keys(conditions).every((group) => group === 'all' || group === 'any');
  if (!isKnown || conditionsOf(trigger).length === 0) {
    findings.push(
      error('objects.trigger', `The trigger ${String(key)} needs at least one condition under all or any.`),
    );
  }
  if (!Array.isArray(actions) || actions.length === 0) {
    findings.push(error('objects.trigger', `The trigger ${String(key)} needs at least one action.`));
  }
  return findings;
}
