import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { ProposalView } from '../../../app/proposal-view.ts';
import { Button } from '../../garden/button.tsx';
import { Form } from '../../garden/form.tsx';
import { Row } from '../../garden/stack.tsx';
import { currencyOf, draftOf } from '../../fields/draft-of.ts';
import { readEdit } from '../../fields/read-edit.ts';
import { problemText } from '../../fields/problem-text.ts';
import { TypedField } from '../../fields/typed-field.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useRun } from '../run/run-context.tsx';
import { parameterLabel } from './parameter-label.ts';

type EditFormProps = { readonly proposal: ProposalView; readonly onDone: () => void };

/**
 * Changes values before they are approved. It does not approve: the card shows the changed proposal first, so that what is
 * approved is what was seen.
 */
export function EditForm({ proposal, onDone }: EditFormProps) {
  const words = useWords();
  const { edits } = useRun();
  const fields = proposal.fields.filter(({ editable }) => editable);
  const values = edits.valuesOf(proposal);
  const [drafts, setDrafts] = useState(() => Object.fromEntries(fields.map(({ name, type }) => [name, draftOf(values[name], type, words.locale)])));
  const [isAsked, setAsked] = useState(false);
  const atMost = proposal.preparation.is === 'ready' ? proposal.preparation.atMost : {};
  const readings = fields.map((field) => ({
    field,
    reading: readEdit(drafts[field.name] ?? '', { field, proposed: proposal.proposed[field.name], atMost: atMost[field.name], locale: words.locale }),
  }));
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    const changes = readings.flatMap(({ field, reading }) => (reading.is === 'value' ? [[field.name, reading.value] as const] : []));
    if (changes.length < readings.length) return setAsked(true);
    const edited = { ...proposal.proposed, ...Object.fromEntries(changes) };
    edits.edit(proposal, isSame(edited, proposal.proposed) ? undefined : edited);
    return onDone();
  };
  return (
    <Form onSubmit={onSubmit} onCancel={onDone} label={words.t('edit.label')}>
      {readings.map(({ field, reading }, index) => (
        <TypedField
          key={field.name}
          type={field.type}
          isLong={field.long === true}
          isFocused={index === 0}
          label={parameterLabel(field.name, words)}
          currency={currencyOf(proposal.proposed[field.name], field.type)}
          draft={drafts[field.name] ?? ''}
          onChange={(draft) => setDrafts({ ...drafts, [field.name]: draft })}
          problem={isAsked && reading.is === 'problem' ? problemText(reading, field.type, words) : undefined}
        />
      ))}
      <Row>
        <Button look="primary" type="submit">
          {words.t('edit.use')}
        </Button>
        <Button onClick={onDone}>{words.t('form.cancel')}</Button>
      </Row>
    </Form>
  );
}

function isSame(a: ProposalView['proposed'], b: ProposalView['proposed']): boolean {
  return Object.keys(a).every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}
