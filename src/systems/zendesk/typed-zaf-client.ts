import type { Clock } from '../../app/ports/clock.ts';
import type { ZafBulk, ZafClient } from './zaf-client.ts';
import { ZafRejection } from './zaf-rejection.ts';
import type { RawZafClient } from './zaf-sdk.ts';

/** Zendesk's build waits 5 minutes, the npm package 5 s; and what the latter gives up on, it resolves with a plain object. */
const longestWait = 4500;

/** The SDK's client with our own time-outs, and errors in the place of plain objects. `request` has its deadline in the transport. */
export function typedZafClient(raw: RawZafClient, clock: Pick<Clock, 'after'>): ZafClient {
  const bulk = (attempt: string, asked: Promise<ZafBulk>) =>
    inTime(attempt, asked, clock).then((answer) => requireAnswer(attempt, answer));
  return {
    get: (paths) => bulk(`read ${paths.join(', ')}`, raw.get(paths)),
    set: (values) => bulk(`set ${Object.keys(values).join(', ')}`, raw.set(values)),
    invoke: (method, ...parameters) => bulk(method, raw.invoke(method, ...parameters)),
    request: (options) => asErrors('send a request', raw.request(options)),
    on: (event, handler) => raw.on(event, handler),
    off: (event, handler) => raw.off(event, handler),
    context: () => inTime('read the context', raw.context(), clock),
    metadata: () => inTime('read the settings', raw.metadata(), clock),
  };
}

/** A time-out of the SDK arrives as if it were an answer. */
function requireAnswer(attempt: string, answer: ZafBulk): ZafBulk {
  if (typeof answer !== 'object' || answer === null || answer['name'] === 'TimeoutError')
    throw new ZafRejection(attempt, answer);
  return answer;
}

async function asErrors<T>(attempt: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw new ZafRejection(attempt, error);
  }
}

function inTime<T>(attempt: string, asked: Promise<T>, clock: Pick<Clock, 'after'>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = clock.after(longestWait, () =>
      reject(new ZafRejection(attempt, { message: `Zendesk did not answer within ${longestWait / 1000} s` })),
    );
    asErrors(attempt, asked).then(resolve, reject).finally(giveUp);
  });
}
