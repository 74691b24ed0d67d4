import type { Boot } from '../../wire.ts';
import { formOf, type TicketForm } from '../../zaf/ticket-form.ts';
import type { TicketView } from '../../zaf/ticket-tab.ts';
import { Choice, CustomField, Field, Tags, TextChoice } from './property-fields.tsx';

type Props = {
  readonly view: TicketView;
  readonly boot: Boot;
  readonly isReadOnly: boolean;
  readonly onEdit: (change: (form: TicketForm) => TicketForm) => void;
};

/** The ticket's form. What differs from the saved ticket is marked until it is submitted. */
export function Properties({ view, boot, isReadOnly, onEdit }: Props) {
  const { form } = view;
  const saved = formOf(view.ticket);
  const { account } = boot;
  const ticketForm = account.forms.find(({ id }) => id === form.formId);
  const fields = account.fields.filter(
    ({ id }) => ticketForm === undefined || ticketForm.fieldIds.includes(id),
  );
  const put = (change: Partial<TicketForm>): void => onEdit((now) => ({ ...now, ...change }));
  return (
    <aside className="properties" aria-label="Ticket properties">
      <fieldset disabled={isReadOnly}>
        <legend className="hidden">Ticket properties</legend>
        <Field label="Requester">
          <output>{view.requester.name}</output>
          <output className="muted">{view.requester.email}</output>
        </Field>
        <Field label="Form">
          <output>{ticketForm?.name ?? 'Default'}</output>
        </Field>
        <Choice
          label="Group"
          value={form.groupId}
          isChanged={form.groupId !== saved.groupId}
          options={account.groups.map(({ id, name }) => [id, name])}
          onChoose={(groupId) => put({ groupId })}
        />
        <Choice
          label="Assignee"
          value={form.assigneeId}
          isChanged={form.assigneeId !== saved.assigneeId}
          options={account.agents.filter(({ isLight }) => !isLight).map(({ id, name }) => [id, name])}
          onChoose={(assigneeId) => put({ assigneeId })}
        />
        <TextChoice
          label="Type"
          value={form.type}
          isChanged={form.type !== saved.type}
          options={['question', 'incident', 'problem', 'task']}
          onChoose={(type) => put({ type })}
        />
        <TextChoice
          label="Priority"
          value={form.priority}
          isChanged={form.priority !== saved.priority}
          options={['low', 'normal', 'high', 'urgent']}
          onChoose={(priority) => put({ priority })}
        />
        <Tags
          tags={form.tags}
          isChanged={form.tags.join() !== saved.tags.join()}
          onChange={(tags) => put({ tags })}
        />
        {fields.map((field) => (
          <CustomField
            key={field.id}
            field={field}
            value={String(form.customFields[field.id] ?? '')}
            isChanged={(form.customFields[field.id] ?? null) !== (saved.customFields[field.id] ?? null)}
            onChange={(value) =>
              put({ customFields: { ...form.customFields, [field.id]: value === '' ? null : value } })
            }
          />
        ))}
      </fieldset>
    </aside>
  );
}
