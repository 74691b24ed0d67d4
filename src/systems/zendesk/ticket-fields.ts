import * as z from 'zod/mini';
import type { ZafClient } from './zaf-client.ts';
import { zafGet } from './zaf-get.ts';

/** A custom field of tickets, as an SOP means it: by its title or by its id. */
type TicketField = {
  readonly id: number;
  readonly title: string;
  /** Zendesk's name of the type: `text`, `tagger`, `multiselect`, `checkbox`, `date`, `decimal` … */
  readonly type: string;
  readonly options: readonly FieldOption[];
};

/** `value` is the tag by which the API names the option. */
export type FieldOption = { readonly label: string; readonly value: string };

export type FoundField<T> =
  | { readonly is: 'found'; readonly field: T }
  | { readonly is: 'none' | 'several' }
  | { readonly is: 'failed'; readonly reason: string };

export type TicketFields = { find(titleOrId: string): Promise<FoundField<TicketField>> };

/**
 * The account's ticket fields out of the app framework, kept for as long as the page. A title that is not among them is looked for
 * once more, because an admin may just have added it.
 */
export function createTicketFields(client: Pick<ZafClient, 'get'>): TicketFields {
  let kept: Promise<readonly TicketField[]> | undefined;
  return {
    find: async (titleOrId) => {
      try {
        const isFirst = kept === undefined;
        kept ??= readFields(client);
        const found = findField(await kept, titleOrId);
        if (found.is !== 'none' || isFirst) return found;
        kept = readFields(client);
        return findField(await kept, titleOrId);
      } catch (error) {
        kept = undefined;
        return { is: 'failed', reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** Titles are compared without case. A number is an id first. */
export function findField<T extends { readonly id: number; readonly title: string }>(
  fields: readonly T[],
  titleOrId: string,
): FoundField<T> {
  const byId = fields.find(({ id }) => String(id) === titleOrId.trim());
  if (byId) return { is: 'found', field: byId };
  const [first, ...others] = fields.filter(({ title }) => folded(title) === folded(titleOrId));
  if (!first) return { is: 'none' };
  return others.length === 0 ? { is: 'found', field: first } : { is: 'several' };
}

const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

const fieldsSchema = z.array(
  z.object({
    name: z.string(),
    label: z.nullish(z.string()),
    type: z.nullish(z.string()),
    optionValues: z.nullish(z.array(z.object({ label: z.string(), value: z.nullish(z.string()) }))),
  }),
);

async function readFields(client: Pick<ZafClient, 'get'>): Promise<readonly TicketField[]> {
  const { values, errors } = await zafGet(client, ['ticketFields']);
  const parsed = fieldsSchema.safeParse(values.get('ticketFields'));
  if (!parsed.success)
    throw new Error(
      `Cannot read the ticket fields: ${errors.get('ticketFields') ?? 'they have another form than expected'}.`,
    );
  return parsed.data.flatMap(({ name, label, type, optionValues }) => {
    const id = /^custom_field_(\d+)$/.exec(name)?.[1];
    if (id === undefined) return [];
    const options = (optionValues ?? []).flatMap((option) =>
      typeof option.value === 'string' ? [{ label: option.label, value: option.value }] : [],
    );
    return [{ id: Number(id), title: label ?? '', type: type ?? '', options }];
  });
}
