import type { Clock } from '../../app/ports/clock.ts';
import type { Failure } from '../../domain/run/events.ts';
import { configurationFault, hostHint, isRedirect } from './configuration-fault.ts';
import { isRead } from './is-read.ts';
import { providerReason } from './provider-reason.ts';
import { proxyLimits } from './proxy-limits.ts';
import { requestIdOf } from './request-id.ts';
import { readRetryAfter } from './retry-after.ts';
import { nameOfSystem } from './setting-of-system.ts';
import type { SystemAnswer, SystemRequest } from './transport.ts';
import type { WireAnswer } from './wire-answer.ts';

type Judgement = {
  /** An earlier try of the same request may have been carried out. */
  readonly mayHaveHappened: boolean;
  readonly clock: Clock;
};

/**
 * Which of the four outcomes an answer is. A refusal is clear; a write without a clear answer may have been carried out, so it is
 * `unknown`. A busy system did nothing, unless an earlier try of the same request may have been carried out. Reasons name what was attempted, or the
 * setting that is wrong, and never the address, the query, the body or a key.
 */
export function judgeAnswer(request: SystemRequest, wire: WireAnswer, judgement: Judgement): SystemAnswer {
  if (wire.is === 'nothing')
    return noAnswer(request, `${systemOf(request)} could not be reached.${hostHint(request.system)}`);
  const { status } = wire;
  const requestId = requestIdOf(wire);
  const about = { status, ...(requestId === undefined ? {} : { requestId }) };
  if (status === 429) {
    const failure = { ...about, ...tooMany(request, wire, judgement.clock) };
    return judgement.mayHaveHappened ? noClearAnswer(request, failure) : { is: 'unavailable', failure };
  }
  if (status >= 200 && status < 300) {
    if (isWhole(wire)) {
      const answer = { is: 'answered', status, body: wire.body, requestId } as const;
      const isOpen = judgement.mayHaveHappened && !isRead(request);
      return isOpen ? { ...answer, mayHaveHappenedBefore: true } : answer;
    }
    return noClearAnswer(request, { code: 'unreadable', reason: unreadable(request, wire), ...about });
  }
  if (isNotFoundPage(request, wire)) {
    const failure = { code: 'unreadable', reason: unreadable(request, wire), ...about } as const;
    return { is: 'unavailable', failure };
  }
  if ((status >= 400 && status < 500 && status !== 408) || isRedirect(request, wire)) {
    const failure = { ...about, ...refusal(request, wire) };
    return judgement.mayHaveHappened && leavesEarlierOpen(request, status)
      ? { is: 'unknown', failure }
      : { is: 'refused', status, body: wire.body, failure };
  }
  const reason = `${attempted(request)}: ${systemOf(request)} answered ${status}.`;
  return noClearAnswer(request, { code: codeOf(request), reason, ...about });
}

/**
 * Whether a refusal of this try says nothing of an earlier one without an answer. A sign-in and a right are looked at before a key is, so they
 * leave it open; whoever heeds a key or an id of ours refuses anything else only where the first try did not get through.
 */
function leavesEarlierOpen({ repeat }: SystemRequest, status: number): boolean {
  return repeat === 'same-values' || status === 401 || status === 403 || status < 400;
}

/**
 * A page that says “not found” is about the address and not about a record: an API answers in data. Taken for “there is no such record” it
 * would be a wrong fact. Zendesk itself has such pages for what a plan does not have.
 */
const isNotFoundPage = (request: SystemRequest, wire: Answer): boolean =>
  isRead(request) &&
  request.system !== 'zendesk' &&
  wire.status === 404 &&
  !wire.isReadable &&
  isPage(wire.text) &&
  configurationFault(request, wire) === undefined;

/** Nothing came back: a time-out, a network error, a closed tab. */
export function noAnswer(request: SystemRequest, why: string): SystemAnswer {
  return noClearAnswer(request, { code: codeOf(request), reason: `${attempted(request)}: ${why}` });
}

function noClearAnswer(request: SystemRequest, failure: Failure): SystemAnswer {
  if (isRead(request)) return { is: 'unavailable', failure };
  const code = failure.code === 'unavailable' ? 'unknown-outcome' : failure.code;
  return { is: 'unknown', failure: { ...failure, code } };
}

const codeOf = (request: SystemRequest): Failure['code'] =>
  isRead(request) ? 'unavailable' : 'unknown-outcome';

type Answer = Extract<WireAnswer, { is: 'answer' }>;

const isWhole = (wire: Answer): boolean =>
  wire.isReadable && (wire.body !== undefined || isWithoutContent(wire));

const isWithoutContent = ({ status, text }: Answer): boolean =>
  text.trim() === '' && (status === 204 || status === 205 || status === 202 || status === 201);

function unreadable(request: SystemRequest, { text }: Answer): string {
  const start = `${attempted(request)}: ${systemOf(request)} answered with`;
  if (text.length > proxyLimits.largestAnswer) return `${start} more than Signoff reads.`;
  return isPage(text)
    ? `${start} a web page instead of data.${hostHint(request.system)}`
    : `${start} something that cannot be read.`;
}

const isPage = (text: string): boolean => /^\s*<(?:!doctype|html|head|body)\b/i.test(text);

function tooMany(request: SystemRequest, wire: Answer, clock: Clock): Pick<Failure, 'code' | 'reason'> {
  const wait = readRetryAfter(wire.headers.get('retry-after'), clock.now());
  const when = wait === undefined ? ', try again later' : `, try again in ${Math.ceil(wait / 1000)} s`;
  return { code: 'unavailable', reason: `${attempted(request)}: ${systemOf(request)} answered 429${when}.` };
}

function refusal(request: SystemRequest, wire: Answer): Pick<Failure, 'code' | 'reason'> {
  const { status } = wire;
  const fault = configurationFault(request, wire);
  if (fault !== undefined) return { code: 'misconfigured', reason: `${attempted(request)}: ${fault}` };
  // What a system says about a sign-in may quote it.
  if (status === 401) return { code: 'refused', reason: `${attempted(request)}: ${signedOut(request)}` };
  const words = providerReason(wire.body, request);
  return {
    code: status === 403 ? 'not-allowed' : 'refused',
    reason: words ?? `${systemOf(request)} answered ${status}.`,
  };
}

const signedOut = (request: SystemRequest): string =>
  `${systemOf(request)} did not accept the sign-in (401). Sign in to Zendesk again and reload the page.`;

const systemOf = (request: SystemRequest): string => nameOfSystem(request.system);

const attempted = (request: SystemRequest): string => `Cannot ${request.operation}`;
