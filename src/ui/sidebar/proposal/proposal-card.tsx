import type { ProposalView } from '../../../app/proposal-view.ts';
import { DecidedProposal } from './decided-proposal.tsx';
import { PlannedProposal } from './planned-proposal.tsx';
import { WaitingProposal } from './waiting-proposal.tsx';

/** A proposal: a card while it is to be decided, a line before and after that. */
export function ProposalCard({ proposal }: { readonly proposal: ProposalView }) {
  switch (proposal.state.is) {
    case 'waiting':
      return <WaitingProposal proposal={proposal} />;
    case 'planned':
      return <PlannedProposal proposal={proposal} />;
    case 'approving':
    case 'running':
    case 'succeeded':
    case 'failed':
    case 'unknown':
    case 'rejected':
    case 'stale':
    case 'expired':
    case 'refused':
      return <DecidedProposal proposal={proposal} state={proposal.state} />;
  }
}
