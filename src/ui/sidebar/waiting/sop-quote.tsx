import type { WaitingView } from '../../../app/waiting-view.ts';
import { Quote } from '../../garden/quote.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { sopSentence } from '../../values/sop-sentence.ts';
import { useRun } from '../run/run-context.tsx';

/** The sentence of the SOP that asks for it. */
export function SopQuote({ waiting }: { readonly waiting: WaitingView }) {
  const { t } = useWords();
  const { run } = useRun();
  return (
    <Quote>
      <cite>{t('proposal.sop-says')}</cite> {sopSentence(run.source, waiting.span)}
    </Quote>
  );
}
