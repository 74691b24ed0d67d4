import { useState } from 'react';
import type { LoggedRequest } from '../../request-log.ts';
import { nameOf } from './drawer.tsx';
import type { Requests } from './use-requests.ts';

/** Every request of the app through the proxy, newest first. */
export function RequestsPanel({ requests }: { readonly requests: Requests }) {
  const [chosen, choose] = useState<number>();
  const [system, setSystem] = useState('');
  const systems = [...new Set(requests.entries.map((entry) => entry.system))].toSorted();
  const shown = requests.entries.filter((entry) => system === '' || entry.system === system).toReversed();
  const entry = requests.entries.find(({ number }) => number === chosen);
  if (requests.entries.length === 0)
    return <p className="empty">The app has not asked anything yet. Open a ticket.</p>;
  return (
    <div className="requests">
      <div className="requests-list">
        <label className="inline">
          System{' '}
          <select value={system} onChange={({ target }) => setSystem(target.value)}>
            <option value="">All</option>
            {systems.map((name) => (
              <option key={name} value={name}>
                {nameOf(name)}
              </option>
            ))}
          </select>
        </label>
        <table>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">System</th>
              <th scope="col">Request</th>
              <th scope="col">Status</th>
              <th scope="col">ms</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row
                key={row.number}
                row={row}
                isChosen={row.number === chosen}
                onChoose={() => choose(row.number === chosen ? undefined : row.number)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {entry === undefined ? (
        <p className="empty">Choose a request to see what was sent and answered.</p>
      ) : (
        <Details entry={entry} />
      )}
    </div>
  );
}

type RowProps = { readonly row: LoggedRequest; readonly isChosen: boolean; readonly onChoose: () => void };

function Row({ row, isChosen, onChoose }: RowProps) {
  const isBad = row.status === 0 || row.status >= 400;
  return (
    <tr data-chosen={isChosen}>
      <td>{row.number}</td>
      <td>{nameOf(row.system)}</td>
      <td className="request-name">
        <button type="button" className="link" aria-expanded={isChosen} onClick={onChoose}>
          <b>{row.method}</b> {row.url}
        </button>
        {row.problems.length === 0 ? null : <span className="problem">{row.problems.join('; ')}</span>}
      </td>
      <td className={isBad ? 'bad' : ''}>{row.status === 0 ? 'no answer' : row.status}</td>
      <td>{row.milliseconds}</td>
    </tr>
  );
}

function Details({ entry }: { readonly entry: LoggedRequest }) {
  const headers = Object.entries(entry.headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <div className="request-details">
      <h3>Sent</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard */}
      <pre tabIndex={0}>
        {[`${entry.method} ${entry.url}`, ...headers, '', readable(entry.body)].join('\n')}
      </pre>
      <h3>Answered</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above */}
      <pre tabIndex={0}>{readable(entry.answer)}</pre>
    </div>
  );
}

/** JSON with indents; everything else as it is. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
