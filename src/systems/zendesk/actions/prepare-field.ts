import * as z from 'zod/mini';
import type { ActionContext } from '../../../app/ports/actions.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { FactJson } from '../../../domain/facts/fact-json.ts';
import { impossible, line, ready, ticketTarget, type ActionTools } from '../action-tools.ts';
import { profilePath, readProfile } from '../profile-record.ts';
import type { SettableField } from '../settable-field.ts';
import { shownValue } from '../shown-value.ts';
import { zafGet } from '../zaf-get.ts';

const recordSchema = z.nullish(z.looseObject({ id: z.nullish(z.union([z.number(), z.string()])) }));

/** What setting a field would change. The target says what the field holds now: if that is different later, the approval is stale. */
export function prepareField(
  tools: Pick<ActionTools, 'client' | 'directory' | 'transport'>,
  field: SettableField,
  value: FactJson,
  context: ActionContext,
): Promise<Preparation> {
  return field.record === 'ticket'
    ? prepareOnTicket(tools, field, value, context)
    : prepareOnProfile(tools, field, value, context);
}

async function prepareOnTicket(
  tools: Pick<ActionTools, 'client' | 'directory'>,
  field: SettableField,
  value: FactJson,
  context: ActionContext,
): Promise<Preparation> {
  const found = await valueAt(tools, field.path);
  if (found.is === 'failed')
    return impossible('unavailable', `Cannot read “${field.title}”: ${found.reason}.`);
  const before =
    field.path === 'ticket.form'
      ? await formName(tools.directory, found.value)
      : shownValue(field, found.value);
  const target = ticketTarget(context, { field: field.name, before: JSON.stringify(before) });
  return ready(target, previewOf(field, value, before));
}

async function prepareOnProfile(
  tools: Pick<ActionTools, 'client' | 'transport'>,
  field: SettableField,
  value: FactJson,
  context: ActionContext,
): Promise<Preparation> {
  const owner = await valueAt(tools, `ticket.${field.record}`);
  if (owner.is === 'failed')
    return impossible('unavailable', `Cannot read the ${field.record}: ${owner.reason}.`);
  const record = recordSchema.safeParse(owner.value);
  const id = String((record.success ? record.data?.id : undefined) ?? '');
  const path = profilePath(field, id);
  if (path === undefined) return impossible('unclear-target', `The ticket has no ${field.record}.`);
  const found = await readProfile(tools.transport, field, path);
  if (found.is === 'failed') return { is: 'impossible', failure: found.failure };
  const before = shownValue(field, found.body.value);
  const target = ticketTarget(context, {
    field: field.name,
    before: JSON.stringify(before),
    [field.record]: id,
  });
  return ready({ ...target, name: found.body.owner ?? target.name }, previewOf(field, value, before));
}

const previewOf = (field: SettableField, value: FactJson, before: FactJson) => [
  line('field', field.title),
  line('value', value, before),
];

async function valueAt({ client }: Pick<ActionTools, 'client'>, path: string) {
  try {
    const { values, errors } = await zafGet(client, [path]);
    const reason = errors.get(path);
    return reason === undefined
      ? ({ is: 'value', value: values.get(path) } as const)
      : ({ is: 'failed', reason } as const);
  } catch (error) {
    return {
      is: 'failed',
      reason: error instanceof Error ? error.message : 'Zendesk did not answer',
    } as const;
  }
}

/** The app framework gives a form by its id only. */
async function formName(directory: ActionTools['directory'], value: unknown): Promise<FactJson> {
  const form = recordSchema.safeParse(value);
  const id = form.success ? form.data?.id : undefined;
  return id === undefined || id === null ? '' : ((await directory.formName(Number(id))) ?? String(id));
}
