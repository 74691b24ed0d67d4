import { useId } from 'react';
import { Field, Fieldset, Radio } from '@zendeskgarden/react-forms';
import { useFocusOnAppear } from './use-focus-on-appear.ts';

type RadioListProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  /** Puts the focus on the chosen one, or the first, as the list appears. */
  readonly isFocused?: boolean;
};

/** A short list of which one is chosen. */
export function RadioList({ label, value, options, onChange, isFocused = false }: RadioListProps) {
  const name = useId();
  const focusable = value === '' ? options[0]?.value : value;
  const chosen = useFocusOnAppear<HTMLInputElement>(isFocused);
  return (
    <Fieldset isCompact>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {options.map((option) => (
        <Field key={option.value}>
          <Radio
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            ref={option.value === focusable ? chosen : undefined}
          >
            <Field.Label isRegular>{option.label}</Field.Label>
          </Radio>
        </Field>
      ))}
    </Fieldset>
  );
}
