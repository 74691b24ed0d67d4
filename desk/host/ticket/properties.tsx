import type { ReactNode } from 'react';
import type { Boot } from '../../wire.ts';
import type { TicketField } from '../../zaf/account.ts';
import { formOf, type TicketForm } from '../../zaf/ticket-form.ts';
import type { TicketView } from '../../zaf/ticket-tab.ts';

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

type FieldProps = { readonly label: string; readonly isChanged?: boolean; readonly children: ReactNode };

function Field({ label, isChanged = false, children }: FieldProps) {
  return (
    <div className="field" data-changed={isChanged}>
      <span className="field-label">
        {label}
        {isChanged ? <span className="unsaved"> not saved</span> : null}
      </span>
      {children}
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: number | null;
  readonly isChanged: boolean;
  readonly options: readonly (readonly [number, string])[];
  readonly onChoose: (value: number | null) => void;
};

function Choice({ label, value, isChanged, options, onChoose }: ChoiceProps) {
  return (
    <Field label={label} isChanged={isChanged}>
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : Number(target.value))}
      >
        <option value="">-</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

type TextChoiceProps = {
  readonly label: string;
  readonly value: string | null;
  readonly isChanged: boolean;
  readonly options: readonly string[];
  readonly onChoose: (value: string | null) => void;
};

function TextChoice({ label, value, isChanged, options, onChoose }: TextChoiceProps) {
  return (
    <Field label={label} isChanged={isChanged}>
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
      >
        <option value="">-</option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </Field>
  );
}

type TagsProps = {
  readonly tags: readonly string[];
  readonly isChanged: boolean;
  readonly onChange: (tags: readonly string[]) => void;
};

function Tags({ tags, isChanged, onChange }: TagsProps) {
  return (
    <Field label="Tags" isChanged={isChanged}>
      <ul className="tags">
        {tags.map((tag) => (
          <li key={tag}>
            {tag}
            <button
              type="button"
              className="quiet"
              aria-label={`Remove tag ${tag}`}
              onClick={() => onChange(tags.filter((other) => other !== tag))}
            >
              ×
            </button>
          </li>
        ))}
        <li className="tag-input">
          <input
            aria-label="Add a tag"
            placeholder="Add"
            onKeyDown={(event) => {
              const tag = event.currentTarget.value.trim();
              if (event.key !== 'Enter' || tag === '') return;
              event.preventDefault();
              onChange([...new Set([...tags, tag])]);
              event.currentTarget.value = '';
            }}
          />
        </li>
      </ul>
    </Field>
  );
}

type CustomFieldProps = {
  readonly field: TicketField;
  readonly value: string;
  readonly isChanged: boolean;
  readonly onChange: (value: string) => void;
};

function CustomField({ field, value, isChanged, onChange }: CustomFieldProps) {
  return (
    <Field label={field.title} isChanged={isChanged}>
      {field.options.length === 0 ? (
        <input aria-label={field.title} value={value} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <select aria-label={field.title} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">-</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
