import type { Clock } from '../../app/ports/clock.ts';
import type { Instant } from '../../domain/run/events.ts';
import type { ZafClient, ZafRequest } from '../zendesk/zaf-client.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { encodeRequest } from './encode-request.ts';
import { isRead } from './is-read.ts';
import { judgeAnswer, noAnswer } from './judge-answer.ts';
import { leftAlone, notConnected, nothingSent, wrongOrigin } from './nothing-sent.ts';
import { maskPrivateWords } from './private-words.ts';
import { brokenLimit, proxyLimits } from './proxy-limits.ts';
import { repeatRequest, type Random } from './repeat-request.ts';
import type { RequestBudget } from './request-budget.ts';
import { nameOfSystem } from './setting-of-system.ts';
import type { SystemAnswer, SystemName, SystemRequest, Transport } from './transport.ts';
import { readRejection, readWireAnswer, type WireAnswer } from './wire-answer.ts';

export type ZafTransportOptions = {
  readonly client: Pick<ZafClient, 'request'>;
  /** `https://api.stripe.com`; absent for a system that is not connected. Zendesk needs none: its paths are relative. */
  readonly origins: Partial<Record<SystemName, string>>;
  readonly clock: Clock;
  readonly random: Random;
  readonly budget: RequestBudget;
  /** Milliseconds that an answer may take. A write that takes longer may have been carried out: its outcome is `unknown`. */
  readonly deadline?: number | undefined;
  /** Told of every request that goes out, repetitions included. */
  readonly onRequest?: (request: Pick<SystemRequest, 'system' | 'operation' | 'priority'>) => void;
};

/**
 * The one way out: every request goes over `client.request`, through Zendesk's proxy. In this order: what the proxy cannot carry is refused, a
 * system that has stopped answering is left alone, then the request waits for its turn in the budget, for each try. Never throws.
 */
export function createZafTransport(options: ZafTransportOptions): Transport {
  const { clock, random } = options;
  const breaker = createCircuitBreaker(clock);
  return {
    send: async (request) => {
      const prepared = prepare(request, options);
      if (prepared.is !== 'prepared') return prepared;
      const passage = await breaker.enter(request);
      if (passage.is === 'closed') return leftAlone(request, passage.until);
      const tries = passage.is === 'probe' && isRead(request) ? 1 : undefined;
      const began = clock.now();
      const send = async () => {
        const answer = await sendOnce(request, prepared.zaf, { ...options, began });
        breaker.heard(request.system, answer);
        return answer;
      };
      try {
        const { answer, mayHaveHappened } = await repeatRequest(request, send, { clock, random, tries });
        const judged =
          answer === 'too-late'
            ? noAnswer(request, tooLate(request, prepared.zaf))
            : withoutPrivateWords(judgeAnswer(request, answer, { mayHaveHappened, clock }));
        return withUntil(judged, breaker.brokenUntil(request.system));
      } finally {
        if (passage.is === 'probe') breaker.left(request.system);
      }
    },
  };
}

type Prepared = { readonly is: 'prepared'; readonly zaf: ZafRequest };

function prepare(request: SystemRequest, options: ZafTransportOptions): Prepared | SystemAnswer {
  const origin = request.system === 'zendesk' ? '' : options.origins[request.system];
  if (origin === undefined) return notConnected(request);
  const wrong = origin === '' ? undefined : wrongOrigin(request.system, origin);
  if (wrong !== undefined) return nothingSent('misconfigured', `Cannot ${request.operation}: ${wrong}`);
  const own = options.deadline ?? proxyLimits.deadline;
  const zaf = encodeRequest(request, origin, Math.min(request.deadline ?? own, own));
  const problem = brokenLimit({ request, zaf, origin });
  return problem === undefined
    ? { is: 'prepared', zaf }
    : nothingSent('refused', `Cannot ${request.operation}: nothing was sent, because ${problem}.`);
}

/**
 * A write is not sent any more so long after it was wanted, in milliseconds: a computer that slept meanwhile would send it when somebody else may
 * have found that it did not arrive, and have gone on. Longer than three tries take with the waits between them, and much shorter than the five
 * minutes after which a claim counts as abandoned.
 */
const longestWish = 3 * 60 * 1000;

type SendOptions = ZafTransportOptions & { readonly began: Instant };

function sendOnce(
  request: SystemRequest,
  zaf: ZafRequest,
  { client, clock, budget, onRequest, began }: SendOptions,
): Promise<WireAnswer | 'too-late'> {
  const { system, operation, priority } = request;
  return budget.run(priority, () => {
    if (!isRead(request) && Date.parse(clock.now()) - Date.parse(began) > longestWish)
      return Promise.resolve('too-late');
    onRequest?.({ system, operation, priority });
    return withinDeadline(() => client.request(zaf), zaf.timeout ?? proxyLimits.deadline, clock);
  });
}

/** The SDK has no time-out and no way to take a request back: whoever comes too late is not listened to. */
function withinDeadline(
  send: () => Promise<unknown>,
  deadline: number,
  clock: Clock,
): Promise<WireAnswer | 'too-late'> {
  return new Promise((resolve) => {
    const giveUp = clock.after(deadline, () => resolve('too-late'));
    const arrive = (answer: WireAnswer) => {
      giveUp();
      resolve(answer);
    };
    Promise.resolve()
      .then(send)
      .then(
        (raw) => arrive(readWireAnswer(raw)),
        (raw: unknown) => arrive(readRejection(raw)),
      );
  });
}

const tooLate = ({ system }: SystemRequest, { timeout = 0 }: ZafRequest) =>
  `${nameOfSystem(system)} did not answer within ${timeout / 1000} s.`;

/** The answer that was one too many says that the system is left alone from now on. */
function withUntil(answer: SystemAnswer, until: Instant | undefined): SystemAnswer {
  if (answer.is !== 'unavailable' || until === undefined) return answer;
  return { ...answer, failure: { ...answer.failure, until } };
}

/** Whatever a provider wrote into its answer: no address, no card number and no key of it gets any further. */
function withoutPrivateWords(answer: SystemAnswer): SystemAnswer {
  if (answer.is === 'answered') return answer;
  const { failure } = answer;
  return { ...answer, failure: { ...failure, reason: maskPrivateWords(failure.reason) } };
}
