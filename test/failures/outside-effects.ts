import type { NodeDesk } from '../../desk/node-desk.ts';

/** Held by the fakes for themselves, or ours: no effect outside. */
const inner = new Set(
  'seed settings secureSettings customObjects nextId results trackers keys keysAtWork bucket'.split(' '),
);

/**
 * Everything that the outside systems hold (the assistant holds nothing), in one text for one content: tickets with their comments and audits, charges, refunds, orders.
 * Moments, and ids that a system gave out, count as equal, because they depend on how many requests there were; so does which try of a proposal it
 * was, because one that provably never happened is proposed again, and the way to an escalation, which its note tells.
 */
export function outsideEffects({ state }: NodeDesk): string {
  const systems = Object.entries(state.systems).flatMap(([name, system]) =>
    'state' in system && name !== 'assistant' ? [[name, plain(system.state)] as const] : [],
  );
  return JSON.stringify(Object.fromEntries(systems), (key, value: unknown) => withoutChance(key, value), 1);
}

/** Maps and sets as JSON has them. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return plain(Object.fromEntries(value.entries()));
  if (value instanceof Set) return [...value].map(String).toSorted((a, b) => a.localeCompare(b));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (inner.has(key) ? [] : [[key, plain(part)]])),
  );
}

function withoutChance(key: string, value: unknown): unknown {
  if (typeof value === 'number') return isGivenOut(key, value) ? 'given out' : value;
  if (typeof value !== 'string') return value;
  return value
    .replace(/^(Escalated to [^]*?)\n\n[^]*$/, '$1')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g, 'a moment')
    .replaceAll(/(\/|_2f_)try(#|_23_)\d+/g, '')
    .replaceAll(/-[0-9a-f]{8}\b/g, '-digest')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'digest');
}

/** Ids of new things, and instants in seconds. */
const isGivenOut = (key: string, value: number): boolean =>
  value > 1_600_000_000 || (/id$/i.test(key) && value > 900_000);
