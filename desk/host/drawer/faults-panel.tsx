import type { Fault } from '../../faults.ts';
import type { Boot } from '../../wire.ts';
import { nameOf } from './drawer.tsx';
import type { FaultsOnPage } from './use-faults.ts';

const KINDS: readonly (readonly [string, string, Omit<Fault, 'system'>])[] = [
  ['slow-200', 'Slow, 200 ms', { kind: 'slow', milliseconds: 200 }],
  ['slow-2000', 'Slow, 2 s', { kind: 'slow', milliseconds: 2000 }],
  ['down', 'Down', { kind: 'down' }],
  ['timeout', 'Never answers', { kind: 'timeout' }],
  ['limited', 'Too many requests (429)', { kind: 'limited', retryAfter: 2 }],
  ['limited-open', 'Too many requests, no word of when', { kind: 'limited', retryAfter: null }],
  ['error', 'Internal error (500)', { kind: 'error' }],
  ['error-after', 'Acts, then internal error (500)', { kind: 'error-after' }],
  ['status-401', 'Does not know the key (401)', { kind: 'status', status: 401 }],
  ['status-403', 'Does not allow it (403)', { kind: 'status', status: 403 }],
  ['status-404', 'Finds nothing (404)', { kind: 'status', status: 404 }],
  ['status-409', 'Conflict (409)', { kind: 'status', status: 409 }],
  ['status-422', 'Refuses it (422)', { kind: 'status', status: 422 }],
  ['lost', 'Acts, and the answer is lost', { kind: 'lost' }],
  ['lost-silent', 'Acts, and never answers', { kind: 'lost', silent: true }],
  ['garbage', 'Answers with a web page', { kind: 'garbage' }],
  ['garbage-after', 'Acts, then answers with a web page', { kind: 'garbage-after' }],
  ['truncated', 'Acts, and the answer breaks off', { kind: 'truncated' }],
];

const SCOPES = [
  ['', 'everything'],
  ['read', 'reading only'],
  ['write', 'writing only'],
] as const;

type Props = { readonly boot: Boot; readonly faults: FaultsOnPage };

/** How each outside system misbehaves. */
export function FaultsPanel({ boot, faults: { state, save } }: Props) {
  const general = state.faults.filter(({ match }) => match === undefined);
  const special = state.faults.filter(({ match }) => match !== undefined);
  const set = (system: string, fault: Fault | undefined): void => {
    const others = general.filter((other) => other.system !== system);
    save({ faults: [...special, ...others, ...(fault === undefined ? [] : [fault])] });
  };
  return (
    <div className="faults">
      <div className="fault-grid">
        {boot.systems.map((system) => (
          <SystemFault
            key={system}
            system={system}
            fault={general.find((fault) => fault.system === system)}
            onSet={(fault) => set(system, fault)}
          />
        ))}
      </div>
      {special.map((fault) => (
        <p key={`${fault.system} ${fault.match}`} className="special">
          {nameOf(fault.system)} is {fault.kind} for “{fault.match}”; this belongs to one of the tickets.{' '}
          <button
            type="button"
            className="link"
            onClick={() => save({ faults: state.faults.filter((other) => other !== fault) })}
          >
            Repair it
          </button>
        </p>
      ))}
      <label className="inline">
        Every answer takes{' '}
        <select
          value={state.latency['*'] ?? 0}
          onChange={({ target }) => save({ latency: { '*': Number(target.value) } })}
        >
          {[0, 50, 150, 400].map((milliseconds) => (
            <option key={milliseconds} value={milliseconds}>
              {milliseconds} ms
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

type SystemFaultProps = {
  readonly system: string;
  readonly fault: Fault | undefined;
  readonly onSet: (fault: Fault | undefined) => void;
};

function SystemFault({ system, fault, onSet }: SystemFaultProps) {
  const choose = (name: string, only: string): void => {
    const kind = KINDS.find(([candidate]) => candidate === name)?.[2];
    onSet(kind === undefined ? undefined : { system, ...kind, ...scopeOf(only) });
  };
  return (
    <fieldset className="fault" data-on={fault !== undefined}>
      <legend>{nameOf(system)}</legend>
      <select
        aria-label={`${nameOf(system)} behaves`}
        value={nameOfFault(fault)}
        onChange={({ target }) => choose(target.value, fault?.only ?? '')}
      >
        <option value="">Works</option>
        {KINDS.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label={`${nameOf(system)}, when`}
        disabled={fault === undefined}
        value={fault?.only ?? ''}
        onChange={({ target }) => choose(nameOfFault(fault), target.value)}
      >
        {SCOPES.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </fieldset>
  );
}

const scopeOf = (only: string): Pick<Fault, 'only'> => (only === 'read' || only === 'write' ? { only } : {});

function nameOfFault(fault: Fault | undefined): string {
  if (fault === undefined) return '';
  switch (fault.kind) {
    case 'slow':
      return fault.milliseconds === 200 ? 'slow-200' : 'slow-2000';
    case 'limited':
      return fault.retryAfter === null ? 'limited-open' : 'limited';
    case 'lost':
      return fault.silent === true ? 'lost-silent' : 'lost';
    case 'status':
      return `status-${fault.status ?? 422}`;
    default:
      return fault.kind;
  }
}
