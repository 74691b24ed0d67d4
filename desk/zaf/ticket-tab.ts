import { EMPTY_COMPOSER, type Composer } from './composer.ts';
import { createEmitter, type Emitter } from './emitter.ts';
import type { Rest } from './rest.ts';
import { loadTicket, type TicketRecords } from './load-ticket.ts';
import { saveTicket } from './save-ticket.ts';
import { formChanges, formOf, rebase, type FormChange, type TicketForm } from './ticket-form.ts';

/** One open ticket: what is saved, what is typed and not yet saved, and what the composer holds. */
export type TicketTab = {
  readonly ticketId: number;
  view(): TicketView;
  /** Changes the form on the screen. Nothing is saved. */
  edit(change: (form: TicketForm) => TicketForm): void;
  compose(change: (composer: Composer) => Composer): void;
  /** Reads the ticket again; unsaved edits stay. */
  reload(): Promise<void>;
  /** Saves form and comment, as Submit does; `hooks` may refuse with a text. */
  submit(status: string, hooks: () => Promise<string | undefined>): Promise<Submitted>;
  readonly events: Pick<Emitter<TabEvent>, 'on'>;
};

export type TicketView = TicketRecords & { readonly form: TicketForm; readonly composer: Composer };

export type TabEvent =
  | { readonly is: 'changed'; readonly changes: readonly FormChange[] }
  | { readonly is: 'updated' }
  | { readonly is: 'submit'; readonly phase: 'start' | 'done' | 'fail' | 'always'; readonly reason?: string };

export type Submitted = { readonly is: 'saved' } | { readonly is: 'refused'; readonly reason: string };

/** Opens a ticket, with the draft that was left in its composer. Rejects where it cannot be read. */
export async function openTicketTab(
  rest: Rest,
  ticketId: number,
  draft: Composer = EMPTY_COMPOSER,
): Promise<TicketTab> {
  let records = await loadTicket(rest, ticketId);
  let form = formOf(records.ticket);
  let composer = draft;
  let isSubmitting = false;
  const events = createEmitter<TabEvent>();

  const show = (next: TicketForm, nextComposer: Composer): void => {
    const changes = [...formChanges(form, next), ...composerChanges(composer, nextComposer)];
    form = next;
    composer = nextComposer;
    if (changes.length > 0) events.emit({ is: 'changed', changes });
  };

  const reload = async (): Promise<void> => {
    const loaded = await loadTicket(rest, ticketId);
    // What this tab submits comes back by itself, and is no update by somebody else.
    if (isSubmitting) return;
    const before = records;
    records = loaded;
    show(rebase(form, formOf(before.ticket), formOf(records.ticket)), composer);
    if (wasUpdated(before, records)) events.emit({ is: 'updated' });
  };

  const save = async (status: string, hooks: () => Promise<string | undefined>): Promise<Submitted> => {
    const refusal = await hooks();
    if (refusal !== undefined) return { is: 'refused', reason: refusal };
    const saved = await saveTicket({ rest, records, form: { ...form, status }, composer });
    if (saved.is === 'refused') return saved;
    composer = { ...EMPTY_COMPOSER, type: composer.type };
    records = await loadTicket(rest, ticketId);
    form = formOf(records.ticket);
    return saved;
  };

  return {
    ticketId,
    view: () => ({ ...records, form, composer }),
    edit: (change) => show(change(form), composer),
    compose: (change) => show(form, change(composer)),
    reload,
    async submit(status, hooks) {
      isSubmitting = true;
      events.emit({ is: 'submit', phase: 'start' });
      const submitted = await save(status, hooks).finally(() => {
        isSubmitting = false;
      });
      if (submitted.is === 'saved') events.emit({ is: 'submit', phase: 'done' });
      else events.emit({ is: 'submit', phase: 'fail', reason: submitted.reason });
      events.emit({ is: 'submit', phase: 'always' });
      return submitted;
    },
    events: { on: (listener) => events.on(listener) },
  };
}

function wasUpdated(before: TicketRecords, after: TicketRecords): boolean {
  return (
    before.ticket.updated_at !== after.ticket.updated_at || before.comments.length !== after.comments.length
  );
}

function composerChanges(before: Composer, after: Composer): FormChange[] {
  return [
    { property: 'comment.text', before: before.text, after: after.text },
    { property: 'comment.type', before: before.type, after: after.type },
  ].filter((change) => change.before !== change.after);
}
