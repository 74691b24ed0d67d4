import { Field } from '@zendeskgarden/react-forms';

type FieldMessageProps = {
  readonly problem: string | undefined;
  /** Says of the sign that it means a mistake. */ readonly label: string;
};

/** What is wrong with the value of a field, beside it. */
export function FieldMessage({ problem, label }: FieldMessageProps) {
  if (problem === undefined) return null;
  return (
    <Field.Message validation="error" validationLabel={label} role="alert">
      {problem}
    </Field.Message>
  );
}
