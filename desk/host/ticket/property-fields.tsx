import type { ReactNode } from 'react';
import type { TicketField } from '../../zaf/account.ts';

type FieldProps = { readonly label: string; readonly isChanged?: boolean; readonly children: ReactNode };

/** A property with its label, marked where it differs from the saved ticket. */
export function Field({ label, isChanged = false, children }: FieldProps) {
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

/** One of several records, by id. */
export function Choice({ label, value, isChanged, options, onChoose }: ChoiceProps) {
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

/** One of several words. */
export function TextChoice({ label, value, isChanged, options, onChoose }: TextChoiceProps) {
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

/** Tags, each removable; Enter adds one. */
export function Tags({ tags, isChanged, onChange }: TagsProps) {
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

/** A custom field of the ticket: free text, or a drop-down of its options. */
export function CustomField({ field, value, isChanged, onChange }: CustomFieldProps) {
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
