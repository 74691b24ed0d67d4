import type { TraceEntry } from '../../../domain/run/plan.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { evaluationText } from '../../values/value-text.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';

/** The facts that something rests on, with their values then, in one line. */
export function Basis({ facts }: { readonly facts: TraceEntry['facts'] }) {
  const words = useWords();
  return (
    <>
      {facts
        .map(({ name, value }) =>
          words.t('fact.pair', { name: revealHidden(name), value: evaluationText(value, words) }),
        )
        .join(' · ')}
    </>
  );
}
