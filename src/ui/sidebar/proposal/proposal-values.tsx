import type { ProposalView } from '../../../app/proposal-view.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import { FactsList, Pair } from '../../garden/facts-list.tsx';
import { Letter } from '../../garden/letter.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useRun } from '../run/run-context.tsx';
import { proposalLines } from './proposal-lines.ts';

type ProposalValuesProps = { readonly proposal: ProposalView; readonly parameters: Parameters };

/** What exactly would be sent or changed: texts as they will be read, values in rows. */
export function ProposalValues({ proposal, parameters }: ProposalValuesProps) {
  const words = useWords();
  const { ticket } = useRun().run;
  const lines = proposalLines(proposal, { parameters, ticket, words });
  const rows = lines.filter(({ isLong }) => !isLong);
  return (
    <>
      {lines
        .filter(({ isLong }) => isLong)
        .map(({ name, text }) => (
          <Letter key={`${name} ${text}`} label={name}>
            {text}
          </Letter>
        ))}
      {rows.length === 0 ? null : (
        <FactsList>
          {rows.map(({ name, text }) => (
            <Pair key={`${name} ${text}`} name={name}>
              {text}
            </Pair>
          ))}
        </FactsList>
      )}
    </>
  );
}
