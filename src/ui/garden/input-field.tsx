import { Field, Input } from '@zendeskgarden/react-forms';
import { useFocusOnAppear } from './use-focus-on-appear.ts';
import { FieldMessage } from './field-message.tsx';

type InputFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date';
  /** Shown behind the label: a currency, a unit. */
  readonly unit?: string | undefined;
  readonly hint?: string | undefined;
  /** What is wrong with the value, as a sentence. */
  readonly problem?: string | undefined;
  readonly problemLabel: string;
  /** Takes the focus when it appears. */
  readonly isFocused?: boolean | undefined;
  readonly inputMode?: 'text' | 'decimal' | 'numeric';
};

/** One line to type in. */
export function InputField({
  label,
  value,
  onChange,
  type = 'text',
  unit,
  hint,
  problem,
  problemLabel,
  inputMode,
  isFocused = false,
}: InputFieldProps) {
  const field = useFocusOnAppear<HTMLInputElement>(isFocused);
  return (
    <Field>
      <Field.Label>{unit === undefined ? label : `${label} (${unit})`}</Field.Label>
      {hint === undefined ? null : <Field.Hint>{hint}</Field.Hint>}
      <Input
        ref={field}
        isCompact
        type={type}
        value={value}
        inputMode={inputMode}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        {...(problem !== undefined && { validation: 'error' as const })}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldMessage problem={problem} label={problemLabel} />
    </Field>
  );
}
