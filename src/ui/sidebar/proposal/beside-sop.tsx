import type { ProposalView } from '../../../app/proposal-view.ts';
import { Text } from '../../garden/text.tsx';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { useRun } from '../run/run-context.tsx';
import { proposalTitle } from './proposal-title.ts';

type BesideSopProps = { readonly added: NonNullable<ProposalView['added']> };

/** Who wants it and why, where no sentence of the SOP asks for it. */
export function BesideSop({ added }: BesideSopProps) {
  const words = useWords();
  const { run } = useRun();
  const about = run.steps.flatMap((step) => step.proposals).find(({ id }) => id === added.about);
  const title = about ? proposalTitle(about, about.parameters, words).text : '';
  return (
    <Text size="sm" tone="subtle">
      {words.t(`beside.${added.because}`, { name: added.by.name, time: formatTime(words, added.at), title })}
    </Text>
  );
}
