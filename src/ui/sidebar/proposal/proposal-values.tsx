import type { ProposalView } from '../../../app/proposal-view.ts';
import type { PreviewLine } from '../../../domain/decisions/proposal.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import { FactsList, Pair } from '../../garden/facts-list.tsx';
import { Letter } from '../../garden/letter.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { looseText } from '../../values/loose-text.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { parameterText } from '../../values/value-text.ts';
import { parameterLabel } from './parameter-label.ts';
import { proposalTitle } from './proposal-title.ts';

type ProposalValuesProps = { readonly proposal: ProposalView; readonly parameters: Parameters };

/** Everything that would be sent or changed and does not stand in the title: nothing is approved unseen. */
export function ProposalValues({ proposal, parameters }: ProposalValuesProps) {
  const words = useWords();
  const { shown } = proposalTitle(proposal, parameters, words);
  const given = Object.entries(parameters).filter(
    ([name, value]) => value !== null && value !== '' && !shown.includes(name),
  );
  const fieldOf = (name: string) => proposal.fields.find((field) => field.name === name);
  const letters = given.filter(([name]) => fieldOf(name)?.long === true);
  const rows = given.filter(([name]) => fieldOf(name)?.long !== true);
  const ready = proposal.preparation.is === 'ready' ? proposal.preparation : undefined;
  const preview = ready?.preview.filter(({ label }) => !shown.includes(label)) ?? [];
  const target = revealHidden(ready?.target.name ?? '');
  const isTargetNamed = target === '' || shown.includes('target');
  return (
    <>
      {letters.map(([name, value]) => (
        <Letter key={name}>{parameterText(value, fieldOf(name)?.type, words)}</Letter>
      ))}
      {rows.length + preview.length === 0 && isTargetNamed ? null : (
        <FactsList>
          {rows.map(([name, value]) => (
            <Pair key={name} name={parameterLabel(name, words)}>
              {parameterText(value, fieldOf(name)?.type, words)}
            </Pair>
          ))}
          {preview.map((line) => (
            <Preview key={line.label} line={line} />
          ))}
          {isTargetNamed ? null : (
            <Pair name={words.look(`target.${proposal.operation}`)?.({}) ?? words.t('proposal.target')}>
              {target}
            </Pair>
          )}
        </FactsList>
      )}
    </>
  );
}

function Preview({ line: { label, value, before } }: { readonly line: PreviewLine }) {
  const words = useWords();
  const name = words.look(`preview.${label}`)?.({}) ?? parameterLabel(label, words);
  const after = looseText(value, words);
  return (
    <Pair name={name}>
      {before === undefined ? after : words.t('proposal.change', { before: looseText(before, words), after })}
    </Pair>
  );
}
