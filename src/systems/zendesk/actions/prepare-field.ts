import * as z from 'zod/mini';
import type { ActionContext } from '../../../app/ports/actions.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { FactJson } from '../../../domain/facts/fact-json.ts';
import { impossible, line, ready, ticketTarget } from '../action-tools.ts';
import { fieldReading } from '../field-reading.ts';
import type { SettableField } from '../settable-field.ts';
import type { ZafClient } from '../zaf-client.ts';
import { zafGet } from '../zaf-get.ts';

const idSchema = z.union([z.number(), z.string()]);
const recordSchema = z.looseObject({ id: z.nullish(idSchema), name: z.nullish(z.string()) });

/** What setting a field would change. The target says what the field holds now: if that is different later, the approval is stale. */
export async function prepareField(
  client: Pick<ZafClient, 'get'>,
  field: SettableField,
  value: FactJson,
  context: ActionContext,
): Promise<Preparation> {
  const owner = `ticket.${field.record}`;
  const answer = await zafGet(client, field.record === 'ticket' ? [field.path] : [field.path, owner]).catch(
    (error: unknown) => (error instanceof Error ? error.message : 'Zendesk did not answer'),
  );
  if (typeof answer === 'string') return impossible('unavailable', answer);
  const problem = answer.errors.get(field.path);
  if (problem !== undefined) return impossible('unavailable', `Cannot read “${field.title}”: ${problem}.`);
  const before = shown(field, answer.values.get(field.path));
  const ids = { field: field.name, before: JSON.stringify(before) };
  const preview = [line('field', field.title), line('value', value, before)];
  if (field.record === 'ticket') return ready(ticketTarget(context, ids), preview);
  const record = recordSchema.safeParse(answer.values.get(owner));
  const id = record.success ? record.data.id : undefined;
  if (!record.success || id === undefined || id === null)
    return impossible('unclear-target', `The ticket has no ${field.record}.`);
  const target = ticketTarget(context, { ...ids, [field.record]: String(id) });
  return ready({ ...target, name: record.data.name ?? target.name }, preview);
}

/** In the words of the SOP: an option's label, a group's name. */
function shown({ shape }: SettableField, value: unknown): FactJson {
  const named = recordSchema.safeParse(value);
  if (named.success && named.data.id !== undefined) return named.data.name ?? '';
  const reading = fieldReading(shape, value);
  return reading.is === 'value' ? reading.value : '';
}
