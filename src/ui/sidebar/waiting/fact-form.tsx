import { Fragment, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import type { AskedFact } from '../../../app/waiting-view.ts';
import type { FactJson } from '../../../domain/facts/fact-json.ts';
import type { FactName } from '../../../domain/facts/value.ts';
import { problemText } from '../../fields/problem-text.ts';
import { readDraft } from '../../fields/read-draft.ts';
import { TypedField } from '../../fields/typed-field.tsx';
import { Button } from '../../garden/button.tsx';
import { CheckboxField } from '../../garden/checkbox-field.tsx';
import { Form } from '../../garden/form.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';

export type GivenFact = { readonly fact: FactName; readonly value: FactJson };

type FactFormProps = {
  readonly facts: readonly AskedFact[];
  readonly label: string;
  readonly submit: string;
  readonly isSending: boolean;
  /** Whether a field that stays empty is an answer too: “the message does not say it”. */
  readonly isEmptyAnswer: boolean;
  readonly onGive: (facts: readonly GivenFact[]) => void;
  /** What else can be done, beside the button. */
  readonly children?: ReactNode;
};

/** Inputs for facts that a person gives, each of its type. */
export function FactForm({
  facts,
  label,
  submit,
  isSending,
  isEmptyAnswer,
  onGive,
  children,
}: FactFormProps) {
  const words = useWords();
  const [drafts, setDrafts] = useState<Readonly<Record<FactName, string>>>({});
  const [isAsked, setAsked] = useState(false);
  const [none, setNone] = useState<ReadonlySet<FactName>>(new Set());
  const readings = facts.map((fact) => ({
    fact,
    reading: none.has(fact.name)
      ? ({ is: 'value', value: [] } as const)
      : readDraft(drafts[fact.name] ?? '', { type: fact.type, locale: words.locale }),
  }));
  const write = (name: FactName, draft: string) => {
    setDrafts({ ...drafts, [name]: draft });
    sayNone(name, false);
  };
  const sayNone = (name: FactName, isNone: boolean) => {
    const others = [...none].filter((other) => other !== name);
    setNone(new Set(isNone ? [...others, name] : others));
    if (isNone) setDrafts({ ...drafts, [name]: '' });
  };
  const clear = () => {
    setDrafts({});
    setNone(new Set());
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isSending) return undefined;
    const given = readings.flatMap(({ fact, reading }) => {
      if (reading.is === 'value') return [{ fact: fact.name, value: reading.value }];
      return reading.is === 'empty' && isEmptyAnswer ? [{ fact: fact.name, value: null }] : [];
    });
    if (given.length === 0 || readings.some(({ reading }) => reading.is === 'problem')) return setAsked(true);
    return onGive(given);
  };
  return (
    <Form label={label} onSubmit={onSubmit} onCancel={clear}>
      {readings.map(({ fact, reading }) => (
        <Fragment key={fact.name}>
          <TypedField
            type={fact.type}
            label={revealHidden(fact.name)}
            draft={drafts[fact.name] ?? ''}
            onChange={(draft) => write(fact.name, draft)}
            problem={
              isAsked && reading.is === 'problem'
                ? problemText({ because: reading.problem }, fact.type, words)
                : undefined
            }
          />
          {fact.type.kind === 'list' ? (
            <CheckboxField
              label={words.t('facts-form.none')}
              about={revealHidden(fact.name)}
              isChecked={none.has(fact.name)}
              onChange={(isNone) => sayNone(fact.name, isNone)}
            />
          ) : null}
        </Fragment>
      ))}
      {isAsked && readings.every(({ reading }) => reading.is === 'empty') ? (
        <Text size="sm" tone="danger">
          {words.t('facts-form.empty')}
        </Text>
      ) : null}
      <Row isWrapped>
        <Button look="primary" type="submit" isDisabled={isSending}>
          {submit}
        </Button>
        {children}
      </Row>
    </Form>
  );
}
