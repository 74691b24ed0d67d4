import type { CurrencyCode, FactType } from '../../domain/facts/value.ts';
import { InputField } from '../garden/input-field.tsx';
import { SelectField } from '../garden/select-field.tsx';
import { TextAreaField } from '../garden/text-area-field.tsx';
import { useWords } from '../i18n/use-words.tsx';

type TypedFieldProps = {
  readonly type: FactType;
  readonly label: string;
  readonly draft: string;
  readonly onChange: (draft: string) => void;
  readonly isLong?: boolean;
  readonly isFocused?: boolean;
  /** Shown where the type is money. */
  readonly currency?: CurrencyCode | undefined;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
};

/** The input that fits a type: a list for choices and yes or no, a calendar for dates, a line or several for the rest. */
export function TypedField({ type, isLong = false, currency, draft, ...rest }: TypedFieldProps) {
  const { t } = useWords();
  const shared = { ...rest, value: draft, problemLabel: t('form.mistake') };
  switch (type.kind) {
    case 'text':
      return isLong ? <TextAreaField {...shared} rows={4} /> : <InputField {...shared} />;
    case 'number':
      return <InputField {...shared} inputMode="decimal" />;
    case 'count':
      return <InputField {...shared} inputMode="numeric" />;
    case 'money':
      return <InputField {...shared} inputMode="decimal" unit={type.currency ?? currency} />;
    case 'duration':
      return <InputField {...shared} inputMode="decimal" unit={t('field.minutes')} />;
    case 'date':
      return <InputField {...shared} type="date" />;
    case 'list':
      return <TextAreaField {...shared} hint={rest.hint ?? t('field.one-per-line')} />;
    case 'yes-no':
      return (
        <SelectField
          {...shared}
          options={[
            { value: '', label: t('field.choose') },
            { value: 'yes', label: t('value.yes') },
            { value: 'no', label: t('value.no') },
          ]}
        />
      );
    case 'choice':
      return (
        <SelectField
          {...shared}
          options={[
            { value: '', label: t('field.choose') },
            ...type.options.map((option) => ({ value: option, label: option })),
          ]}
        />
      );
  }
}
