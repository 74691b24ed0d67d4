import { useState } from 'react';
import type { Span } from '../../domain/facts/problem.ts';
import { Button } from '../garden/button.tsx';
import { Quote } from '../garden/quote.tsx';
import { useWords } from '../i18n/use-words.tsx';
import { wholeSentence } from '../values/whole-sentence.ts';
import { useRun } from './run/run-context.tsx';

/** What fits on about three lines of a narrow sidebar. */
const short = 160;

/** The sentence of the SOP that asks for it; of a long one the first lines, until somebody wants to read all of it. */
export function SopQuote({ span }: { readonly span: Span }) {
  const { t } = useWords();
  const { run } = useRun();
  const [isWhole, setWhole] = useState(false);
  const text = wholeSentence(run.source, span);
  const isLong = text.length > short;
  return (
    <div>
      <Quote lines={isLong && !isWhole ? 3 : undefined}>
        <cite>{t('proposal.sop-says')}</cite> {text}
      </Quote>
      {isLong ? (
        <Button look="link" isExpanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'proposal.sop-less' : 'proposal.sop-more')}
        </Button>
      ) : null}
    </div>
  );
}
