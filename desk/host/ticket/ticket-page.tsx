import { useState } from 'react';
import type { Boot, TicketRow } from '../../wire.ts';
import type { Agent } from '../../zaf/account.ts';
import type { AppInstance } from '../../zaf/app-instance.ts';
import type { TicketTab } from '../../zaf/ticket-tab.ts';
import type { Toast } from '../toasts.tsx';
import { AppPane } from './app-pane.tsx';
import { ComposerBox } from './composer-box.tsx';
import { Conversation } from './conversation.tsx';
import { Properties } from './properties.tsx';
import { TicketHead } from './ticket-head.tsx';
import { useTicketTab } from './use-ticket-tab.ts';

export type TicketPageProps = {
  readonly boot: Boot;
  readonly agent: Agent;
  readonly ticketId: number;
  readonly hint: TicketRow | undefined;
  readonly isActive: boolean;
  readonly scheme: 'light' | 'dark';
  readonly onNotify: (toast: Toast) => void;
  readonly onRoute: (ticketId: number) => void;
  readonly onAgent: (agentId: number) => void;
};

/** One open ticket. It stays as it is while another one is in front, as in Zendesk. */
export function TicketPage(props: TicketPageProps) {
  const open = useTicketTab(props.agent.id, props.ticketId);
  return (
    <div className="page" hidden={!props.isActive} data-ticket={props.ticketId}>
      {open.is === 'opening' ? <p className="nothing">Opening ticket {props.ticketId} …</p> : null}
      {open.is === 'failed' ? (
        <p className="nothing" role="alert">
          {open.reason}
        </p>
      ) : null}
      {open.is === 'open' ? <OpenPage {...props} tab={open.tab} /> : null}
    </div>
  );
}

function OpenPage(props: TicketPageProps & { readonly tab: TicketTab }) {
  const { boot, agent, hint, tab, onNotify } = props;
  const view = tab.view();
  const [instances] = useState(() => new Set<AppInstance>());

  const submit = async (status: string): Promise<void> => {
    const submitted = await tab.submit(status, () => firstRefusal(instances));
    if (submitted.is === 'refused') onNotify({ kind: 'error', text: submitted.reason });
    else onNotify({ kind: 'notice', text: `Ticket #${tab.ticketId} is saved.`, milliseconds: 3000 });
  };

  return (
    <>
      <section className="middle" aria-label="Conversation">
        <TicketHead
          view={view}
          hint={hint}
          agent={agent}
          boot={boot}
          onAgent={props.onAgent}
          onNotify={onNotify}
        />
        <Conversation view={view} />
        <ComposerBox
          view={view}
          agent={agent}
          onCompose={(change) => tab.compose(change)}
          onSubmit={(status) => void submit(status)}
        />
      </section>
      <Properties
        view={view}
        boot={boot}
        isReadOnly={agent.isLight || view.ticket.status === 'closed'}
        onEdit={(change) => tab.edit(change)}
      />
      <AppPane {...props} instances={instances} />
    </>
  );
}

/** All hooks are asked; the first text that refuses counts. */
async function firstRefusal(instances: ReadonlySet<AppInstance>): Promise<string | undefined> {
  const answers = await Promise.all([...instances].map((instance) => instance.askHook('ticket.save')));
  return answers.find((answer) => answer !== undefined);
}
