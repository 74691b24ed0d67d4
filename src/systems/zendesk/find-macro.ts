import * as z from 'zod/mini';
import { parseAnswer } from '../look-up/parse-answer.ts';
import type { ActionTools } from './action-tools.ts';
import { findField, type FoundField } from './ticket-fields.ts';
import { zafGet } from './zaf-get.ts';

const macroSchema = z.object({ id: z.number(), title: z.string() });
type Macro = z.output<typeof macroSchema>;

/** A macro by its title or its id: in what the app framework lists, else in what the API lists. */
export async function findMacro(
  { client, transport }: Pick<ActionTools, 'client' | 'transport'>,
  titleOrId: string,
): Promise<FoundField<Macro>> {
  const { values } = await zafGet(client, ['macros']).catch(() => ({ values: new Map<string, unknown>() }));
  const listed = z.array(macroSchema).safeParse(values.get('macros'));
  const found = listed.success ? findField(listed.data, titleOrId) : undefined;
  if (found !== undefined && found.is !== 'none') return found;
  const answer = await transport.send({
    system: 'zendesk',
    operation: 'read the macros',
    method: 'GET',
    path: '/api/v2/macros/active.json',
    repeat: 'read',
    priority: 'background',
  });
  const parsed = parseAnswer(answer, z.object({ macros: z.array(macroSchema) }), 'the macros');
  return parsed.is === 'parsed'
    ? findField(parsed.body.macros, titleOrId)
    : { is: 'failed', reason: parsed.failure.reason };
}
