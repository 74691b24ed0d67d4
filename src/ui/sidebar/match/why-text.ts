import type { MatchReason, MatchView } from '../../../app/match-view.ts';
import type { Words } from '../../i18n/words.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';

/** What made the match, in one line. */
export function whyText(match: MatchView, sop: string, words: Words): string {
  const { t } = words;
  switch (match.by.is) {
    case 'mapping':
      return t('why.mapping', { line: match.by.line, condition: revealHidden(match.by.condition) });
    case 'person':
      return t('why.person', { name: match.by.name });
    case 'own-condition': {
      const reasons = match.candidates.find((candidate) => candidate.sop.id === sop)?.reasons ?? [];
      return reasonsText(reasons.filter(({ truth }) => truth.is === 'yes')) || t('why.own-condition');
    }
    case 'nothing':
      return t('why.nothing');
  }
}

/** The parts of a condition, side by side. */
function reasonsText(reasons: readonly MatchReason[]): string {
  return reasons.map(({ text }) => revealHidden(text)).join(', ');
}
