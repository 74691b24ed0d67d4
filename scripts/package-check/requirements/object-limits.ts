import { error, type Finding } from '../finding.ts';
import { isJsonObject, objectOrEmpty, type JsonObject } from '../json/json-object.ts';
import type { CustomObjects } from './custom-objects.ts';

const MOST_OBJECTS = 50;
/** The API allows 100 fields; requirements.json only 20. */
const MOST_FIELDS = 20;
const MOST_TRIGGERS = 10;
const MOST_CONDITIONS = 50;
const MOST_ACTIONS = 25;
const MOST_OPTIONS = 10;
const MOST_RELATIONSHIP_CONDITIONS = 20;

/** Fields with options: how many of each an object may have. */
const MOST_OF_TYPE = { dropdown: 5, multiselect: 5 } as const;

type Limit = { readonly what: string; readonly number: number; readonly most: number };

/** The part of rule 19 that counts. */
export function checkObjectLimits(content: CustomObjects): readonly Finding[] {
  return [
    { what: 'custom objects', number: content.objects.length, most: MOST_OBJECTS },
    ...content.objects.flatMap((object) => limitsOfObject(String(object['key']), content)),
    ...content.fields.flatMap(limitsOfField),
    ...content.triggers.flatMap(limitsOfTrigger),
  ]
    .filter(({ number, most }) => number > most)
    .map(({ what, number, most }) =>
      error('objects.limit', `There are ${number} ${what}; ${most} are allowed.`),
    );
}

/** The conditions of a trigger or a relationship filter, of both groups. */
export function conditionsOf({ conditions }: JsonObject): readonly unknown[] {
  return conditionsIn(conditions);
}

function conditionsIn(groups: unknown): readonly unknown[] {
  const { all, any } = objectOrEmpty(groups);
  return [all, any].flatMap((group) => (Array.isArray(group) ? (group as readonly unknown[]) : []));
}

function limitsOfObject(key: string, { fields, triggers }: CustomObjects): readonly Limit[] {
  const own = fields.filter((field) => field['object_key'] === key);
  const ofType = Object.entries(MOST_OF_TYPE).map(([type, most]) => ({
    what: `${type} fields of ${key}`,
    number: own.filter((field) => field['type'] === type).length,
    most,
  }));
  return [
    { what: `fields of ${key}`, number: own.length, most: MOST_FIELDS },
    ...ofType,
    {
      what: `triggers of ${key}`,
      number: triggers.filter((trigger) => trigger['object_key'] === key).length,
      most: MOST_TRIGGERS,
    },
  ];
}

function limitsOfField(field: JsonObject): readonly Limit[] {
  const name = String(field['key']);
  const { custom_field_options: options, relationship_filter: filter } = field;
  const limits: Limit[] = [];
  if (Array.isArray(options))
    limits.push({ what: `options of ${name}`, number: options.length, most: MOST_OPTIONS });
  if (isJsonObject(filter)) {
    const number = conditionsIn(filter).length;
    limits.push({ what: `conditions in the filter of ${name}`, number, most: MOST_RELATIONSHIP_CONDITIONS });
  }
  return limits;
}

function limitsOfTrigger(trigger: JsonObject): readonly Limit[] {
  const name = String(trigger['key']);
  const { actions } = trigger;
  return [
    {
      what: `conditions of the trigger ${name}`,
      number: conditionsOf(trigger).length,
      most: MOST_CONDITIONS,
    },
    {
      what: `actions of the trigger ${name}`,
      number: Array.isArray(actions) ? actions.length : 0,
      most: MOST_ACTIONS,
    },
  ];
}
