import { useEffect, useRef, useState } from 'react';
import type { ProposalView } from '../../../app/proposal-view.ts';
import type { RunView } from '../../../app/run-view.ts';
import type { Outcome } from '../../../domain/run/outcome.ts';
import { LiveRegion } from '../../garden/live-region.tsx';
import { VisuallyHidden } from '../../garden/visually-hidden.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import type { Words } from '../../i18n/words.ts';
import { outcomeText } from '../../values/outcome-text.ts';
import { proposalTitle } from '../proposal/proposal-title.ts';

type AnnouncementsProps = { readonly run: RunView; readonly outcome: Outcome | undefined };

/** Says aloud what has become of what, for those who do not see it change. */
export function Announcements({ run, outcome }: AnnouncementsProps) {
  const words = useWords();
  const before = useRef<ReadonlyMap<string, string> | undefined>(undefined);
  const [text, setText] = useState('');
  useEffect(() => {
    const now = statesOf(run, outcome, words);
    const changes = before.current
      ? [...now].filter(([key, said]) => before.current?.get(key) !== said).map(([, said]) => said)
      : [];
    before.current = now;
    if (changes.length > 0) setText(changes.join(' '));
  }, [run, outcome, words]);
  return <LiveRegion>{text === '' ? null : <VisuallyHidden>{text}</VisuallyHidden>}</LiveRegion>;
}

function statesOf(run: RunView, outcome: Outcome | undefined, words: Words): ReadonlyMap<string, string> {
  const proposals = run.steps.flatMap((step) => step.proposals).filter(({ state }) => state.is !== 'planned');
  const said = proposals.map((proposal): [string, string] => [proposal.id, announcementOf(proposal, words)]);
  return new Map(outcome ? [...said, ['outcome', outcomeText(outcome, words)]] : said);
}

function announcementOf(proposal: ProposalView, words: Words): string {
  return words.t('announce.state', {
    title: proposalTitle(proposal, proposal.parameters, words).text,
    state: words.t(`state.${proposal.state.is}`),
  });
}
