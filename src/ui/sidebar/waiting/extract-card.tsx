import { Suspense, useId } from 'react';
import type { Message } from '../../../app/ports/ticket-desk.ts';
import { Disclosure } from '../../garden/disclosure.tsx';
import { Heading } from '../../garden/heading.tsx';
import { Letter } from '../../garden/letter.tsx';
import { Stack } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { Working } from '../../garden/working.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { DecisionCard } from '../decision-card.tsx';
import { useRun } from '../run/run-context.tsx';
import { FactForm } from './lazy-forms.ts';
import { SopQuote } from '../sop-quote.tsx';
import type { WaitingOf } from './waiting-of.ts';

/** Facts from what the customer wrote: the assistant reads them, or, without one, the rep. */
export function ExtractCard({ waiting }: { readonly waiting: WaitingOf<'extract'> }) {
  const { t } = useWords();
  const { run, decide } = useRun();
  const heading = useId();
  if (waiting.reader.is === 'assistant') return <Reading waiting={waiting} />;
  return (
    <DecisionCard command={waiting.id} labelledBy={heading}>
      <Heading level={3} look="card" id={heading}>
        {t('extract.title')}
      </Heading>
      <Text size="sm" tone="subtle">
        {t(`extract.${waiting.reader.because}`)}
      </Text>
      <SopQuote span={waiting.span} />
      <Messages messages={waiting.messages} />
      {run.mayAct.is === 'no' ? null : (
        <Suspense>
          <FactForm
            facts={waiting.facts}
            label={t('extract.title')}
            submit={t('extract.use')}
            isSending={waiting.isSending}
            isEmptyAnswer
            onGive={(facts) => decide({ type: 'give-facts', command: waiting.id, facts })}
          />
        </Suspense>
      )}
    </DecisionCard>
  );
}

function Reading({ waiting }: { readonly waiting: WaitingOf<'extract'> }) {
  const { t, locale } = useWords();
  const names = new Intl.ListFormat(locale).format(waiting.facts.map(({ name }) => revealHidden(name)));
  return <Working>{t('extract.reading', { facts: names })}</Working>;
}

function Messages({ messages }: { readonly messages: readonly Message[] }) {
  const { t } = useWords();
  if (messages.length === 0) return null;
  return (
    <Disclosure level={4} look="quiet" label={t('extract.messages', { count: messages.length })}>
      <Stack gap="xs">
        {messages.map((message) => (
          <Letter key={message.id} label={revealHidden(message.author)}>
            {revealHidden(message.text)}
          </Letter>
        ))}
      </Stack>
    </Disclosure>
  );
}
