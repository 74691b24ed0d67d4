import type { Failure } from '../../domain/run/events.ts';
import { providerReason } from './provider-reason.ts';
import { nameOfSystem, settingOfSystem } from './setting-of-system.ts';
import type { SystemAnswer, SystemRequest } from './transport.ts';
import type { WireAnswer } from './wire-answer.ts';

/**
 * Which of the four outcomes an answer is. A refusal is clear; a write without a clear answer may have been carried out, so it is
 * `unknown`. A busy system did nothing, unless an earlier try of the same request may have been carried out. Reasons name what was attempted and never the address, the query or a key.
 */
export function judgeAnswer(
  request: SystemRequest,
  wire: WireAnswer,
  mayHaveHappened: boolean,
): SystemAnswer {
  if (wire.is === 'nothing') return noAnswer(request, `${systemOf(request)} could not be reached.`);
  const { status } = wire;
  const requestId = requestIdOf(wire);
  const about = { status, ...(requestId === undefined ? {} : { requestId }) };
  if (status === 429) {
    const failure = { ...about, ...tooMany(request, wire) };
    return mayHaveHappened ? noClearAnswer(request, failure) : { is: 'unavailable', failure };
  }
  if (status >= 200 && status < 300) {
    if (wire.isReadable && (wire.body !== undefined || isWithoutContent(wire)))
      return { is: 'answered', status, body: wire.body, requestId };
    const reason = `${attempted(request)}: ${systemOf(request)} answered with something that cannot be read.`;
    return noClearAnswer(request, { code: 'unreadable', reason, ...about });
  }
  if (status >= 400 && status < 500 && status !== 408)
    return { is: 'refused', status, body: wire.body, failure: { ...about, ...refusal(request, wire) } };
  const reason = `${attempted(request)}: ${systemOf(request)} answered ${status}.`;
  return noClearAnswer(request, { code: codeOf(request), reason, ...about });
}

/** Nothing came back: a time-out, a network error, a closed tab. */
export function noAnswer(request: SystemRequest, why: string): SystemAnswer {
  return noClearAnswer(request, { code: codeOf(request), reason: `${attempted(request)}: ${why}` });
}

/** Asking twice for the same thing is harmless; writing twice is not. A search by POST is a read. */
const isRead = (request: SystemRequest): boolean => request.method === 'GET' || request.repeat === 'read';

function noClearAnswer(request: SystemRequest, failure: Failure): SystemAnswer {
  if (isRead(request)) return { is: 'unavailable', failure };
  const code = failure.code === 'unavailable' ? 'unknown-outcome' : failure.code;
  return { is: 'unknown', failure: { ...failure, code } };
}

const codeOf = (request: SystemRequest): Failure['code'] =>
  isRead(request) ? 'unavailable' : 'unknown-outcome';

type Answer = Extract<WireAnswer, { is: 'answer' }>;

const isWithoutContent = ({ status, text }: Answer): boolean =>
  text.trim() === '' && (status === 204 || status === 205 || status === 202 || status === 201);

function tooMany(request: SystemRequest, wire: Answer): Pick<Failure, 'code' | 'reason'> {
  const wait = wire.headers.get('retry-after');
  const when =
    wait !== undefined && /^\d{1,6}$/.test(wait) ? `, try again in ${wait} s` : ', try again later';
  return { code: 'unavailable', reason: `${attempted(request)}: ${systemOf(request)} answered 429${when}.` };
}

function refusal(request: SystemRequest, wire: Answer): Pick<Failure, 'code' | 'reason'> {
  const { status } = wire;
  // What a system says about a wrong key may quote the key.
  if (status === 401) return { code: 'refused', reason: `${attempted(request)}: ${wrongKey(request)}` };
  const words = providerReason(wire.body) ?? `${systemOf(request)} answered ${status}.`;
  return { code: status === 403 ? 'not-allowed' : 'refused', reason: words };
}

function wrongKey(request: SystemRequest): string {
  const setting = settingOfSystem(request.system);
  const refused = `${systemOf(request)} did not accept the sign-in (401).`;
  return setting === undefined ? refused : `${refused} An admin can check the setting ${setting}.`;
}

function requestIdOf(wire: Answer): string | undefined {
  const names = ['request-id', 'x-request-id', 'x-zendesk-request-id'];
  return names.map((name) => wire.headers.get(name)).find((id) => id !== undefined && id.length <= 200);
}

const systemOf = (request: SystemRequest): string => nameOfSystem(request.system);

const attempted = (request: SystemRequest): string => `Cannot ${request.operation}`;
