import type { ActionContext } from '../../app/ports/actions.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { TicketFieldRule, TicketForm } from './account-lists.ts';
import { impossible, type ActionTools } from './action-tools.ts';
import { requiredToSolve } from './required-to-solve.ts';
import type { RestTicket } from './rest-ticket.ts';
import { zafGet } from './zaf-get.ts';

type Solving = {
  /** The custom status that solves it, where one is set. */
  readonly status: number | undefined;
  /** What is set along with it, by the field's id. */
  readonly along?: ReadonlyMap<number, unknown>;
};

/**
 * Which fields the ticket's form wants before the ticket is solved and that are empty: Zendesk would refuse, so it is said before
 * anybody approves. Undefined where nothing is missing, or where Zendesk does not say what the form wants: then Zendesk itself decides.
 */
export async function missingToSolve(
  tools: Pick<ActionTools, 'client' | 'directory' | 'updates'>,
  { ticket }: ActionContext,
  { status, along = new Map() }: Solving,
): Promise<Preparation | undefined> {
  const [fields, forms] = await Promise.all([tools.directory.ticketFields(), tools.directory.forms()]);
  if (!fields) return undefined;
  const missingIn = (form: TicketForm | undefined, values: ReadonlyMap<number, unknown>) =>
    requiredToSolve({ fields, form, status, values: new Map([...values, ...along]) });
  const open = await valuesOfPage(tools.client, fields);
  const formOf = (id: unknown) => forms?.find((known) => String(known.id) === String(id));
  // The page may show what was saved before our own last change, so an empty field there is looked up before it counts.
  if (open && missingIn(formOf(open.form), open.values).length === 0) return undefined;
  const saved = await tools.updates.show(ticket.id);
  if (saved.is === 'failed') return undefined;
  const missing = missingIn(formOf(saved.body.ticket_form_id), valuesOfTicket(saved.body, fields));
  if (missing.length === 0) return undefined;
  const names = missing.map(({ title }) => `“${title}”`).join(', ');
  const isFilled = missing.some(({ id }) => isThere(open?.values.get(id)));
  const unsaved = isFilled ? ' The open form has values that are not saved yet: submit them first.' : '';
  return impossible(
    'refused',
    `Zendesk does not solve this ticket while ${missing.length === 1 ? 'a required field is' : 'required fields are'} empty: ${names}. Fill in what is missing, then compute again.${unsaved}`,
  );
}

const isThere = (value: unknown) => value !== undefined && value !== null && value !== '' && value !== false;

/** The values of the page by the ids of the fields; undefined where the page does not answer. */
async function valuesOfPage(client: ActionTools['client'], fields: readonly TicketFieldRule[]) {
  const paths = new Map(fields.map((field) => [field.id, pathOf(field)]));
  const asked = [...new Set([...paths.values(), 'ticket.form.id'])];
  const { values } = await zafGet(client, asked).catch(() => ({ values: undefined }));
  return values
    ? {
        form: values.get('ticket.form.id'),
        values: new Map([...paths].map(([id, path]) => [id, values.get(path)])),
      }
    : undefined;
}

/** Zendesk's own fields stand in the list too; its name of the ticket's type is `tickettype`. */
function pathOf({ id, type }: TicketFieldRule): string {
  switch (type) {
    case 'subject':
    case 'description':
    case 'priority':
    case 'status':
      return `ticket.${type}`;
    case 'tickettype':
      return 'ticket.type';
    case 'group':
      return 'ticket.assignee.group';
    case 'assignee':
      return 'ticket.assignee.user';
    default:
      return `ticket.customField:custom_field_${id}`;
  }
}

function valuesOfTicket(
  ticket: RestTicket,
  fields: readonly TicketFieldRule[],
): ReadonlyMap<number, unknown> {
  const custom = new Map((ticket.custom_fields ?? []).map(({ id, value }) => [id, value]));
  return new Map(fields.map((field) => [field.id, ownValue(ticket, field.type) ?? custom.get(field.id)]));
}

function ownValue(ticket: RestTicket, type: string): unknown {
  switch (type) {
    case 'subject':
      return ticket.subject;
    // A ticket has one from its first message on, and the update's answer does not repeat it.
    case 'description':
      return 'there';
    case 'priority':
      return ticket.priority;
    case 'status':
      return ticket.status;
    case 'tickettype':
      return ticket.type;
    case 'group':
      return ticket.group_id;
    case 'assignee':
      return ticket.assignee_id;
    default:
      return undefined;
  }
}
