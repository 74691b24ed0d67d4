import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { ProposalView } from '../../../app/proposal-view.ts';
import { Button } from '../../garden/button.tsx';
import { Form } from '../../garden/form.tsx';
import { Row } from '../../garden/stack.tsx';
import { currencyOf, draftOf } from '../../fields/draft-of.ts';
import { readEdit } from '../../fields/read-edit.ts';
import type { FieldProblem } from '../../fields/read-edit.ts';
import type { ParameterKind } from '../../../domain/decisions/action-kind.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { Words } from '../../i18n/words.ts';
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
  const [drafts, setDrafts] = useState(() => draftsOf(fields, edits.valuesOf(proposal), words.locale));
  const [isAsked, setAsked] = useState(false);
  const reading = readEdit(drafts, {
    fields: proposal.fields,
    proposed: proposal.proposed,
    atMost: proposal.preparation.is === 'ready' ? proposal.preparation.atMost : {},
    locale: words.locale,
  });
  const problems = reading.is === 'refused' && isAsked ? reading.problems : undefined;
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (reading.is === 'refused') return setAsked(true);
    edits.edit(proposal, reading.edited ? reading.parameters : undefined);
    return onDone();
  };
  return (
    <Form onSubmit={onSubmit} onCancel={onDone} label={words.t('edit.label')}>
      {fields.map(({ name, type, long, label }, index) => (
        <TypedField
          key={name}
          type={type}
          isLong={long === true}
          isFocused={index === 0}
          label={parameterLabel(name, words, label)}
          currency={currencyOf(proposal.proposed[name], type)}
          draft={drafts[name] ?? ''}
          onChange={(draft) => setDrafts({ ...drafts, [name]: draft })}
          problem={problemOf(problems?.get(name), type, words)}
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

function draftsOf(
  fields: readonly ParameterKind[],
  values: Parameters,
  locale: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map(({ name, type }) => [name, draftOf(values[name], type, locale)]));
}

function problemOf(
  problem: FieldProblem | undefined,
  type: ParameterKind['type'],
  words: Words,
): string | undefined {
  return problem && problemText(problem, type, words);
}
