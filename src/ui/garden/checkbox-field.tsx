import { Checkbox, Field } from '@zendeskgarden/react-forms';

type CheckboxFieldProps = { readonly label: string; readonly isChecked: boolean; readonly onChange: (isChecked: boolean) => void };

/** Something to tick. */
export function CheckboxField({ label, isChecked, onChange }: CheckboxFieldProps) {
  return (
    <Field>
      <Checkbox isCompact checked={isChecked} onChange={(event) => onChange(event.target.checked)}>
        <Field.Label isRegular>{label}</Field.Label>
      </Checkbox>
    </Field>
  );
}
