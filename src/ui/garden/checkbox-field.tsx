import { Checkbox, Field } from '@zendeskgarden/react-forms';

type CheckboxFieldProps = {
  readonly label: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
};

/** Something to tick. */
export function CheckboxField({ label, isChecked, isDisabled = false, onChange }: CheckboxFieldProps) {
  return (
    <Field>
      <Checkbox
        isCompact
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      >
        <Field.Label isRegular>{label}</Field.Label>
      </Checkbox>
    </Field>
  );
}
