import type { Clock } from '../../app/ports/clock.ts';
import type { Instant } from '../../domain/run/events.ts';
import { isRead } from './is-read.ts';
import type { SystemName, SystemRequest } from './transport.ts';
import type { WireAnswer } from './wire-answer.ts';

/** Whether a request may go out. A `probe` finds out whether the system is back. */
type Passage = { readonly is: 'open' | 'probe' } | { readonly is: 'closed'; readonly until: Instant };

export type CircuitBreaker = {
  /** Asked before anything of a request is sent. A person's request waits for a probe that is under way. Never rejects. */
  enter(request: SystemRequest): Promise<Passage>;
  /** Told of every answer, of each try. */
  heard(system: SystemName, answer: WireAnswer | 'too-late'): void;
  /** Told when a probe is over, whatever came of it. */
  left(system: SystemName): void;
  /** Until when a system is left alone; undefined where it is not. */
  brokenUntil(system: SystemName): Instant | undefined;
};

/** So many tries in a row without a clear answer, and the system is left alone. More than the three tries of one request. */
export const breaksAfter = 5;
/** Milliseconds for which it is left alone. */
export const staysBroken = 30_000;

/**
 * Leaves a system alone that has stopped answering, so that nobody waits for it again and again and the budget goes to systems that
 * answer. Only 5xx, network errors and time-outs count; whoever refuses or is busy (4xx) is there.
 *
 * While it is left alone
 * - what is read ahead fails at once;
 * - what a person waits for and only reads, such as the check before an approval or the question what became of a lost answer, may
 *   go out as a probe: a click is worth a try. Others of the person wait for the probe and share its luck;
 * - a write is not sent: better a clear “nothing was done” than one more outcome that nobody knows. It never goes out as a probe before the time is over.
 * Then one request, of whatever kind, goes out as the probe. A clear answer opens the way again, an unclear one closes it for as long again.
 *
 * It knows one tab: a tab that has heard nothing yet may ask.
 */
export function createCircuitBreaker(clock: Clock): CircuitBreaker {
  const circuits = new Map<SystemName, Circuit>();
  const circuitOf = (system: SystemName): Circuit => {
    const circuit = circuits.get(system) ?? { failures: 0, brokenUntil: undefined, probe: undefined };
    circuits.set(system, circuit);
    return circuit;
  };
  const now = () => Date.parse(clock.now());
  return {
    enter: async (request) => {
      const circuit = circuitOf(request.system);
      for (;;) {
        if (circuit.brokenUntil === undefined) return { is: 'open' };
        const closed = { is: 'closed', until: instantOf(circuit.brokenUntil) } as const;
        if (circuit.probe === undefined) {
          const isOver = now() >= circuit.brokenUntil;
          if (!isOver && !mayProbeEarly(request)) return closed;
          circuit.probe = Promise.withResolvers<void>();
          return { is: 'probe' };
        }
        if (request.priority === 'background') return closed;
        await circuit.probe.promise;
      }
    },
    heard: (system, answer) => {
      const circuit = circuitOf(system);
      if (!isUnclear(answer)) {
        circuit.failures = 0;
        circuit.brokenUntil = undefined;
        return;
      }
      circuit.failures += 1;
      const isNews = circuit.brokenUntil === undefined || circuit.probe !== undefined;
      if (circuit.failures >= breaksAfter && isNews) circuit.brokenUntil = now() + staysBroken;
    },
    left: (system) => {
      const circuit = circuitOf(system);
      circuit.probe?.resolve();
      circuit.probe = undefined;
    },
    brokenUntil: (system) => {
      const { brokenUntil } = circuitOf(system);
      return brokenUntil === undefined || now() >= brokenUntil ? undefined : instantOf(brokenUntil);
    },
  };
}

const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

type Circuit = {
  /** In a row. */
  failures: number;
  brokenUntil: number | undefined;
  probe: PromiseWithResolvers<void> | undefined;
};

const mayProbeEarly = (request: SystemRequest): boolean => request.priority === 'person' && isRead(request);

const isUnclear = (answer: WireAnswer | 'too-late'): boolean =>
  answer === 'too-late' || answer.is === 'nothing' || answer.status >= 500;
