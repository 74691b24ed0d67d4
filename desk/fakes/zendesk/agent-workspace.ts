import { changeTicket } from './change-ticket.ts';
import { refusalOf } from './ticket-refusal.ts';
import { readPath } from './read-path.ts';
import type { TicketRecord } from './state.ts';
import type { ZendeskFake } from './zendesk-fake.ts';

/** The unsaved reply under a ticket. */
export type Composer = { text: string; type: 'publicReply' | 'internalNote' };

export type WorkspaceOptions = {
  readonly zendesk: ZendeskFake;
  readonly ticketId: number;
  readonly userId: number;
  readonly now: () => string;
};

type SubmitAnswer =
  { readonly is: 'saved' } | { readonly is: 'refused'; readonly why: Readonly<Record<string, string>> };

/**
 * One open ticket tab of one agent: what the app framework's `get`, `set` and `invoke` see and do, without any page.
 * The agent's unsaved form lies over the ticket until it is submitted.
 */
export type AgentWorkspace = {
  readonly ticketId: number;
  readonly userId: number;
  readonly composer: Composer;
  /** Places that the app asked to open, such as `ticket 12`. */
  readonly opened: string[];
  /** Messages that the app showed with `notify`. */
  readonly notices: string[];
  /** Throws an `Error` for a path that does not exist, as the framework reports it. */
  get(path: string): unknown;
  set(path: string, value: unknown): void;
  invoke(method: string, parameters: readonly unknown[]): unknown;
  /** The agent presses Submit: the form and the composer become one update. */
  submit(): SubmitAnswer;
  on(event: string, handler: (data?: unknown) => unknown): void;
  off(event: string, handler: (data?: unknown) => unknown): void;
  emit(event: string, data?: unknown): void;
};

export function createAgentWorkspace({ zendesk, ticketId, userId, now }: WorkspaceOptions): AgentWorkspace {
  const composer: Composer = { text: '', type: 'publicReply' };
  const form = new Map<string, unknown>();
  const handlers = new Map<string, Set<(data?: unknown) => unknown>>();
  const opened: string[] = [];
  const notices: string[] = [];
  const emit = (event: string, data?: unknown) =>
    [...(handlers.get(event) ?? [])].forEach((handler) => handler(data));
  const changed = (propertyName: string, newValue: unknown) => {
    emit(`${propertyName}.changed`, newValue);
    emit('*.changed', { propertyName, newValue });
  };
  zendesk.onTicketChanged((id) => {
    if (id === ticketId) emit('ticket.updated', { user: { id: userId } });
  });

  const set = (path: string, value: unknown) => {
    if (path === 'comment.text') composer.text = String(value);
    else if (path === 'comment.type')
      composer.type = value === 'internalNote' ? 'internalNote' : 'publicReply';
    else form.set(path, value);
    changed(path, value);
  };

  return {
    ticketId,
    userId,
    composer,
    opened,
    notices,
    emit,
    get: (path) =>
      form.has(path) ? form.get(path) : readPath({ state: zendesk.state, ticketId, userId, composer }, path),
    set,
    invoke: (method, parameters) => {
      const [first, second] = parameters;
      if (method === 'comment.appendText') set('comment.text', `${composer.text}${String(first)}`);
      else if (method === 'routeTo') opened.push(`${String(first)} ${String(second)}`);
      else if (method === 'notify') notices.push(String(first));
      else if (method !== 'resize') throw new Error(`"${method}" is not available`);
      return undefined;
    },
    submit: () => {
      const ticket = zendesk.state.tickets.get(ticketId);
      if (!ticket) return { is: 'refused', why: { base: 'The ticket is not there.' } };
      const change = changeOf(ticket, form, composer);
      const why = refusalOf(zendesk.state, ticket, change);
      if (why) return { is: 'refused', why };
      changeTicket(zendesk.state, ticket, change, { now: now(), authorId: userId });
      form.clear();
      composer.text = '';
      zendesk.touched(ticketId);
      emit('ticket.submit.done');
      changed('ticket.conversation', undefined);
      return { is: 'saved' };
    },
    on: (event, handler) => {
      const known = handlers.get(event) ?? new Set();
      handlers.set(event, known.add(handler));
    },
    off: (event, handler) => handlers.get(event)?.delete(handler),
  };
}

/** The agent's form by the names of the REST API. */
function changeOf(
  ticket: TicketRecord,
  form: ReadonlyMap<string, unknown>,
  composer: Composer,
): Record<string, unknown> {
  const change: Record<string, unknown> = {};
  const customFields: { id: number; value: unknown }[] = [];
  for (const [path, value] of form) {
    const plain = /^ticket\.(status|priority|type|subject|tags)$/.exec(path)?.[1];
    const custom = /^ticket\.customField:custom_field_(\d+)$/.exec(path)?.[1];
    if (plain !== undefined) change[plain] = value;
    if (custom !== undefined) customFields.push({ id: Number(custom), value });
  }
  if (customFields.length > 0) change['custom_fields'] = customFields;
  if (composer.text !== '')
    change['comment'] = { body: composer.text, public: composer.type === 'publicReply' };
  return ticket.status === 'new' && change['status'] === undefined ? { ...change, status: 'open' } : change;
}
