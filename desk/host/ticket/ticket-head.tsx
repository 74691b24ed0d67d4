import { useState } from 'react';
import type { Boot, TicketRow } from '../../wire.ts';
import type { Agent } from '../../zaf/account.ts';
import type { TicketView } from '../../zaf/ticket-tab.ts';
import { moment } from '../ago.ts';
import { Status } from '../status.tsx';
import type { Toast } from '../toasts.tsx';
import { CustomerWrites } from './customer-writes.tsx';

type Props = {
  readonly view: TicketView;
  readonly hint: TicketRow | undefined;
  readonly agent: Agent;
  readonly boot: Boot;
  readonly onAgent: (agentId: number) => void;
  readonly onNotify: (toast: Toast) => void;
};

/** Subject and requester, and what the desk says about this ticket. */
export function TicketHead({ view, hint, agent, boot, onAgent, onNotify }: Props) {
  const [isWriting, setWriting] = useState(false);
  const { ticket, form, requester, organization } = view;
  return (
    <header className="ticket-head">
      <div className="ticket-title">
        <h1>{form.subject}</h1>
        <Status status={ticket.status} />
      </div>
      <p className="ticket-meta">
        #{ticket.id} · {requester.name}
        {organization === undefined ? '' : ` · ${organization.name}`} · via {ticket.via?.channel ?? 'web'} ·{' '}
        {moment(ticket.created_at)}
      </p>
      {hint === undefined ? null : (
        <Hint hint={hint} agent={agent} boot={boot} onAgent={onAgent} onWrite={() => setWriting(true)} />
      )}
      {isWriting ? (
        <CustomerWrites ticketId={ticket.id} onNotify={onNotify} onClose={() => setWriting(false)} />
      ) : null}
    </header>
  );
}

type HintProps = {
  readonly hint: TicketRow;
  readonly agent: Agent;
  readonly boot: Boot;
  readonly onAgent: (agentId: number) => void;
  readonly onWrite: () => void;
};

/** Belongs to the desk, not to Zendesk, and looks like it. */
function Hint({ hint, agent, boot, onAgent, onWrite }: HintProps) {
  const viewer = boot.account.agents.find(({ id }) => id === hint.viewer);
  return (
    <p className="hint">
      <b>Desk</b> {hint.shows}
      <span className="hint-actions">
        {viewer === undefined || viewer.id === agent.id ? null : (
          <button type="button" className="link" onClick={() => onAgent(viewer.id)}>
            Log in as the {viewer.title.toLowerCase()}
          </button>
        )}
        <button type="button" className="link" onClick={onWrite}>
          Write as the customer
        </button>
      </span>
    </p>
  );
}
