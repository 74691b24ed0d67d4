import type { Clock } from '../../app/ports/clock.ts';
import type { ZafClient, ZafRequest } from '../zendesk/zaf-client.ts';
import { judgeAnswer, noAnswer } from './judge-answer.ts';
import { repeatRequest, type Random } from './repeat-request.ts';
import type { RequestBudget } from './request-budget.ts';
import { nameOfSystem, settingOfSystem } from './setting-of-system.ts';
import type { SystemAnswer, SystemName, SystemRequest, Transport } from './transport.ts';
import { readRejection, readWireAnswer, type WireAnswer } from './wire-answer.ts';

export type ZafTransportOptions = {
  readonly client: Pick<ZafClient, 'request'>;
  /** `https://api.stripe.com`; absent for a system that is not connected. Zendesk needs none: its paths are relative. */
  readonly origins: Partial<Record<SystemName, string>>;
  readonly clock: Clock;
  readonly random: Random;
  readonly budget: RequestBudget;
  /** Told of every request that goes out, repetitions included. */
  readonly onRequest?: (request: Pick<SystemRequest, 'system' | 'operation' | 'priority'>) => void;
};

/** A write that takes longer may have been carried out: its outcome is `unknown`. Zendesk's proxy promises no more than this. */
const deadline = 30_000;

/** The one way out: every request goes over `client.request`, through Zendesk's proxy. Never throws. */
export function createZafTransport(options: ZafTransportOptions): Transport {
  const { client, origins, clock, random, budget } = options;
  return {
    send: async (request) => {
      const origin = request.system === 'zendesk' ? '' : origins[request.system];
      if (origin === undefined) return notConnected(request);
      const zafRequest = zafRequestOf(request, origin);
      const send = () =>
        budget.run(request.priority, () => {
          options.onRequest?.(request);
          return withinDeadline(() => client.request(zafRequest), clock);
        });
      const { answer, mayHaveHappened } = await repeatRequest(request, send, { clock, random });
      return answer === 'too-late'
        ? noAnswer(request, tooLate(request))
        : judgeAnswer(request, answer, mayHaveHappened);
    },
  };
}

const tooLate = ({ system }: SystemRequest) =>
  `${nameOfSystem(system)} did not answer within ${deadline / 1000} s.`;

function notConnected({ system }: SystemRequest): SystemAnswer {
  const setting = settingOfSystem(system);
  const name = nameOfSystem(system);
  const reason = `${name} is not connected. An admin can fill in the setting ${setting ?? 'of this system'}.`;
  return { is: 'unavailable', failure: { code: 'not-connected', reason } };
}

/** The SDK has no time-out and no way to take a request back: whoever comes too late is not listened to. */
function withinDeadline(send: () => Promise<unknown>, clock: Clock): Promise<WireAnswer | 'too-late'> {
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

function zafRequestOf(request: SystemRequest, origin: string): ZafRequest {
  const { method, path, query, body, secrets } = request;
  const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
  const isSecret = secrets !== undefined && Object.keys(secrets).length > 0;
  return {
    url: `${origin}${path}${search}`,
    type: method,
    ...(body === undefined ? {} : encodedBody(body)),
    dataType: 'text',
    headers: { ...request.headers, ...secrets },
    ...(isSecret ? { secure: true } : {}),
    autoRetry: false,
    httpCompleteResponse: true,
    timeout: deadline,
  };
}

function encodedBody(body: NonNullable<SystemRequest['body']>): Pick<ZafRequest, 'data' | 'contentType'> {
  return 'json' in body
    ? { data: JSON.stringify(body.json), contentType: 'application/json' }
    : {
        data: new URLSearchParams(body.form).toString(),
        contentType: 'application/x-www-form-urlencoded',
      };
}
