import { Field, Select } from '@zendeskgarden/react-forms';
import { useFocusOnAppear } from './use-focus-on-appear.ts';
import { FieldMessage } from './field-message.tsx';

type SelectFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly problemLabel: string;
  /** Takes the focus when it appears. */
  readonly isFocused?: boolean | undefined;
};

/** One of several; the browser's own list, which every keyboard and screen reader knows. */
export function SelectField({
  label,
  value,
  options,
  onChange,
  hint,
  problem,
  problemLabel,
  isFocused = false,
}: SelectFieldProps) {
  const field = useFocusOnAppear<HTMLSelectElement>(isFocused);
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      {hint === undefined ? null : <Field.Hint>{hint}</Field.Hint>}
      <Select
        ref={field}
        isCompact
        value={value}
        aria-invalid={problem !== undefined}
        {...(problem !== undefined && { validation: 'error' as const })}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
      <FieldMessage problem={problem} label={problemLabel} />
    </Field>
  );
}
