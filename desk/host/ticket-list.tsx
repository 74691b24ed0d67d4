import { useState } from 'react';
import type { TicketRow } from '../wire.ts';
import { ago } from './ago.ts';
import { Status } from './status.tsx';

type Props = {
  readonly rows: readonly TicketRow[];
  readonly active: number | undefined;
  readonly onOpen: (ticketId: number) => void;
};

/** All tickets of the world, with a filter over everything that the list says. */
export function TicketList({ rows, active, onOpen }: Props) {
  const [filter, setFilter] = useState('');
  const shown = rows.filter((row) => textOf(row).includes(filter.trim().toLowerCase()));
  return (
    <nav className="list" aria-label="Tickets">
      <div className="list-head">
        <h2>
          Tickets <span className="count">{shown.length}</span>
        </h2>
        <input
          type="search"
          placeholder="Filter tickets"
          aria-label="Filter tickets"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      <ul>
        {shown.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="ticket-row"
              aria-current={row.id === active ? 'page' : undefined}
              onClick={() => onOpen(row.id)}
            >
              <span className="ticket-row-top">
                <Status status={row.status} />
                <span className="ticket-row-id">#{row.id}</span>
                <span className="ticket-row-time">{ago(row.updatedAt)}</span>
              </span>
              <span className="ticket-row-subject">{row.subject}</span>
              <span className="ticket-row-shows">{row.shows}</span>
            </button>
          </li>
        ))}
        {shown.length === 0 && rows.length > 0 ? <li className="empty">No ticket fits “{filter}”.</li> : null}
      </ul>
    </nav>
  );
}

const textOf = ({ id, subject, requester, status, form, shows }: TicketRow): string =>
  [id, subject, requester, status, form, shows].join(' ').toLowerCase();
