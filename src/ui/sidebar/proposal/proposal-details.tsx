import type { ProposalView } from '../../../app/proposal-view.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import { Link } from '../../garden/link.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { systemName } from '../../values/system-name.ts';
import { useRun } from '../run/run-context.tsx';
import { SopQuote } from '../sop-quote.tsx';
import { Basis } from './basis.tsx';
import { BesideSop } from './beside-sop.tsx';
import { EvidenceLinks } from './evidence-links.tsx';
import { ProposalValues } from './proposal-values.tsx';

type ProposalDetailsProps = { readonly proposal: ProposalView; readonly parameters: Parameters };

/** What exactly would be done, which sentence of the SOP or who asks for it, and what that rests on. */
export function ProposalDetails({ proposal, parameters }: ProposalDetailsProps) {
  const { run } = useRun();
  const target = proposal.preparation.is === 'ready' ? proposal.preparation.target : undefined;
  return (
    <>
      <ProposalValues proposal={proposal} parameters={parameters} />
      {proposal.added ? <BesideSop added={proposal.added} /> : <SopQuote span={proposal.span} />}
      {proposal.basis.length === 0 ? null : (
        <Text size="sm">
          <Basis facts={proposal.basis} />
        </Text>
      )}
      <EvidenceLinks evidence={proposal.evidence}>
        {target?.url === undefined || target.url === run.ticket.url ? null : (
          <TargetLink name={target.name} url={target.url} operation={proposal.operation} />
        )}
      </EvidenceLinks>
    </>
  );
}

type TargetLinkProps = { readonly name: string; readonly url: string; readonly operation: string };

/** What would be changed, where it can be looked at. */
function TargetLink({ name, url, operation }: TargetLinkProps) {
  const words = useWords();
  const system = systemName(operation.split('.')[0] ?? operation, words);
  return (
    <Text size="sm">
      <Link to={url} opensLabel={words.t('link.opens')}>
        {words.t('proposal.target-in', { target: revealHidden(name), system })}
      </Link>
    </Text>
  );
}
