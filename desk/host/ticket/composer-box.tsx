import { useState } from 'react';
import type { Agent } from '../../zaf/account.ts';
import type { Composer } from '../../zaf/composer.ts';
import type { TicketView } from '../../zaf/ticket-tab.ts';

const STATUSES = [
  ['open', 'Open'],
  ['pending', 'Pending'],
  ['hold', 'On hold'],
  ['solved', 'Solved'],
] as const;

const TYPES = [
  ['publicReply', 'Public reply'],
  ['internalNote', 'Internal note'],
] as const;

type Props = {
  readonly view: TicketView;
  readonly agent: Agent;
  readonly onCompose: (change: (composer: Composer) => Composer) => void;
  readonly onSubmit: (status: string) => void;
};

/** Reply or note, and Submit with the status that the ticket gets. Light agents write notes. */
export function ComposerBox({ view, agent, onCompose, onSubmit }: Props) {
  const { composer, ticket, form } = view;
  if (ticket.status === 'closed')
    return <p className="composer closed">This ticket is closed. Nobody can change it.</p>;
  const type = agent.isLight ? 'internalNote' : composer.type;
  const label = TYPES.find(([value]) => value === type)?.[1] ?? '';
  return (
    <section className={`composer ${type === 'internalNote' ? 'note' : ''}`} aria-label="Reply">
      <fieldset className="types">
        <legend className="hidden">Kind of comment</legend>
        {TYPES.filter(([value]) => !agent.isLight || value === 'internalNote').map(([value, name]) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={`type-${ticket.id}`}
              checked={type === value}
              onChange={() => onCompose((now) => ({ ...now, type: value }))}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <textarea
        aria-label={label}
        rows={5}
        placeholder={
          type === 'internalNote' ? 'Only agents will see this' : `Reply to ${view.requester.name}`
        }
        value={composer.text}
        onChange={(event) => {
          const text = event.target.value;
          onCompose(() => ({ text, type }));
        }}
      />
      <Submit
        status={form.status === 'new' ? 'open' : form.status}
        isLight={agent.isLight}
        onSubmit={onSubmit}
      />
    </section>
  );
}

type SubmitProps = {
  readonly status: string;
  readonly isLight: boolean;
  readonly onSubmit: (status: string) => void;
};

function Submit({ status, isLight, onSubmit }: SubmitProps) {
  const [chosen, choose] = useState<string>();
  const current = chosen ?? status;
  const name = STATUSES.find(([value]) => value === current)?.[1] ?? current;
  return (
    <div className="row submit">
      <span className="push" />
      {isLight ? null : (
        <label className="inline">
          <span className="hidden">Status after Submit</span>
          <select value={current} onChange={(event) => choose(event.target.value)}>
            {STATUSES.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="primary" onClick={() => onSubmit(current)}>
        Submit as {name}
      </button>
    </div>
  );
}
