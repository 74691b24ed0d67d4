import type { MatchView } from '../../../app/match-view.ts';
import { Disclosure } from '../../garden/disclosure.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { MatchDetails } from './match-details.tsx';
import { whyText } from './why-text.ts';

/** Why this SOP, in one line; opens to all reasons and to the SOPs that did not match. */
export function Why({ match, sop }: { readonly match: MatchView; readonly sop: string }) {
  const words = useWords();
  return (
    <Disclosure level={2} look="quiet" label={words.t('why.line', { reasons: whyText(match, sop, words) })}>
      <MatchDetails match={match} />
    </Disclosure>
  );
}
