import { Field, Textarea } from '@zendeskgarden/react-forms';
import { useFocusOnAppear } from './use-focus-on-appear.ts';
import { FieldMessage } from './field-message.tsx';

type TextAreaFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly problemLabel: string;
  /** Takes the focus when it appears. */
  readonly isFocused?: boolean | undefined;
  readonly rows?: number;
};

/** Several lines to type in; grows with its text. */
export function TextAreaField({
  label,
  value,
  onChange,
  hint,
  problem,
  problemLabel,
  rows = 2,
  isFocused = false,
}: TextAreaFieldProps) {
  const field = useFocusOnAppear<HTMLTextAreaElement>(isFocused);
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      {hint === undefined ? null : <Field.Hint>{hint}</Field.Hint>}
      <Textarea
        ref={field}
        isCompact
        isResizable
        minRows={rows}
        maxRows={16}
        dir="auto"
        value={value}
        aria-invalid={problem !== undefined}
        {...(problem !== undefined && { validation: 'error' as const })}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldMessage problem={problem} label={problemLabel} />
    </Field>
  );
}
