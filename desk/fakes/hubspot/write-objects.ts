import * as z from 'zod/mini';
import { jsonResponse, type FakeResponse } from '../fake.ts';
import { hubspotError, notFound, recordJson } from './answers.ts';
import { lifecycle, type PropertyDefinition } from './properties.ts';
import { linkEnd, recordOf, type HubspotState, type HubspotType } from './state.ts';

const updateCall = z.object({ properties: z.record(z.string(), z.string()) });

/** `PATCH …/{id}`: absolute values of known properties. A lifecycle stage that would go backwards stays as it is, without a word. */
export function updateObject(
  state: HubspotState,
  { type, id, body, now }: Call & { readonly id: string },
): FakeResponse {
  const record = recordOf(state, type, id);
  if (record === undefined) return notFound();
  const call = updateCall.safeParse(body);
  if (!call.success) return hubspotError(400, 'VALIDATION_ERROR', 'Invalid input JSON');
  const { properties } = call.data;
  const refusal = refusalOf(state, type, properties);
  if (refusal !== undefined) return refusal;
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'lifecyclestage' && isBackwards(record.properties[name], value)) continue;
    record.properties[name] = value;
  }
  record.updatedAt = now;
  return jsonResponse(200, recordJson(record, Object.keys(properties), state.properties[type]));
}

type Call = { readonly type: HubspotType; readonly body: unknown; readonly now: string };

const createCall = z.object({
  properties: z.record(z.string(), z.string()),
  associations: z.array(
    z.object({
      to: z.object({ id: z.string() }),
      types: z.array(
        z.object({ associationCategory: z.literal('HUBSPOT_DEFINED'), associationTypeId: z.int() }),
      ),
    }),
  ),
});

const toContact: Readonly<Record<string, number>> = { notes: 202, tasks: 204 };

/** `POST …/notes` and `…/tasks`, with what they hang on. There is no key: the same call twice makes two. */
export function createObject(state: HubspotState, { type, body, now }: Call): FakeResponse {
  const call = createCall.safeParse(body);
  if (!call.success) return hubspotError(400, 'VALIDATION_ERROR', 'Invalid input JSON');
  const { properties, associations } = call.data;
  if (properties['hs_timestamp'] === undefined)
    return hubspotError(400, 'VALIDATION_ERROR', 'Required properties were missing: hs_timestamp');
  const refusal = refusalOf(state, type, properties);
  if (refusal !== undefined) return refusal;
  for (const { to, types } of associations) {
    if (recordOf(state, 'contacts', to.id) === undefined)
      return hubspotError(400, 'VALIDATION_ERROR', `No contact with ID ${to.id} exists`);
    if (!types.some(({ associationTypeId }) => associationTypeId === toContact[type]))
      return hubspotError(400, 'VALIDATION_ERROR', 'One or more associations are not valid');
  }
  const id = String(state.nextId++);
  const record = { id, properties: { ...properties }, createdAt: now, updatedAt: now };
  state.records[type].set(id, record);
  for (const { to } of associations)
    state.links.push({ left: linkEnd(type, id), right: linkEnd('contacts', to.id) });
  return jsonResponse(201, recordJson(record, Object.keys(properties), state.properties[type]));
}

/** Several reasons stand in one text, as HubSpot packs them. */
function refusalOf(
  state: HubspotState,
  type: HubspotType,
  properties: Readonly<Record<string, string>>,
): FakeResponse | undefined {
  const reasons = Object.entries(properties).flatMap(([name, value]) => {
    const definition = state.properties[type].find((known) => known.name === name);
    const reason = reasonOf(definition, name, value);
    return reason === undefined ? [] : [{ isValid: false, name, ...reason }];
  });
  if (reasons.length === 0) return undefined;
  return hubspotError(400, 'VALIDATION_ERROR', `Property values were not valid: ${JSON.stringify(reasons)}`);
}

function reasonOf(definition: PropertyDefinition | undefined, name: string, value: string) {
  if (definition === undefined)
    return { message: `Property "${name}" does not exist`, error: 'PROPERTY_DOESNT_EXIST' };
  if (definition.isReadOnly === true)
    return { message: `"${name}" is a read only property`, error: 'READ_ONLY_VALUE' };
  if (value === '') return undefined;
  if (definition.type === 'number' && !Number.isFinite(Number(value)))
    return { message: `${value} was not a valid number.`, error: 'INVALID_DOUBLE' };
  if (definition.options !== undefined && !definition.options.includes(value)) {
    return {
      message: `${value} was not one of the allowed options: [${definition.options.join(', ')}]`,
      error: 'INVALID_OPTION',
    };
  }
  return undefined;
}

function isBackwards(from: string | undefined, to: string): boolean {
  const steps: readonly string[] = lifecycle;
  return from !== undefined && to !== '' && steps.indexOf(to) < steps.indexOf(from);
}
