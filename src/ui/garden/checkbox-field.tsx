import { Checkbox, Field } from '@zendeskgarden/react-forms';
import { VisuallyHidden } from './visually-hidden.tsx';

type CheckboxFieldProps = {
  readonly label: string;
  /** What it is about, for those who do not see what it stands below. */
  readonly about?: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
};

/** Something to tick. */
export function CheckboxField({ label, about, isChecked, isDisabled = false, onChange }: CheckboxFieldProps) {
  return (
    <Field>
      <Checkbox
        isCompact
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      >
        <Field.Label isRegular>
          {label}
          {about === undefined ? null : <VisuallyHidden>: {about}</VisuallyHidden>}
        </Field.Label>
      </Checkbox>
    </Field>
  );
}
