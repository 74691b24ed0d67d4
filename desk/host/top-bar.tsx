import type { Boot, TicketRow } from '../wire.ts';
import type { Place } from './place.ts';

type Props = {
  readonly boot: Boot;
  readonly place: Place;
  readonly rows: readonly TicketRow[];
  readonly onOpen: (ticketId: number) => void;
  readonly onClose: (ticketId: number) => void;
  readonly onAgent: (agentId: number) => void;
  readonly onScheme: (scheme: 'light' | 'dark') => void;
  readonly onReset: () => void;
};

/** The open tickets as tabs, who is logged in, the colours, and the way back to the beginning. */
export function TopBar({ boot, place, rows, onOpen, onClose, onAgent, onScheme, onReset }: Props) {
  const isDark = place.scheme === 'dark';
  return (
    <header className="top">
      <span className="brand">
        <Mark /> Signoff desk
      </span>
      <nav className="tabs" aria-label="Open tickets">
        {place.tickets.map((id) => (
          <span key={id} className="tab" data-active={id === place.active}>
            <button
              type="button"
              className="tab-name"
              aria-current={id === place.active ? 'page' : undefined}
              onClick={() => onOpen(id)}
            >
              <b>#{id}</b> {rows.find((row) => row.id === id)?.subject ?? ''}
            </button>
            <button
              type="button"
              className="tab-close"
              aria-label={`Close ticket ${id}`}
              onClick={() => onClose(id)}
            >
              ×
            </button>
          </span>
        ))}
      </nav>
      <label className="agent">
        <span>Logged in as</span>
        <select value={place.agentId} onChange={(event) => onAgent(Number(event.target.value))}>
          {boot.account.agents.map(({ id, name, title }) => (
            <option key={id} value={id}>
              {name} ({title})
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="on-dark"
        aria-pressed={isDark}
        onClick={() => onScheme(isDark ? 'light' : 'dark')}
      >
        Dark colours
      </button>
      <button type="button" className="on-dark" onClick={onReset}>
        Reset the world
      </button>
    </header>
  );
}

/** A list with one line ticked off. */
function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect
        x="1.5"
        y="1.5"
        width="17"
        height="17"
        rx="4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <path
        d="M5.5 10.5l3 3 6-7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
