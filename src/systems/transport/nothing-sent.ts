import type { Failure, Instant } from '../../domain/run/events.ts';
import { breaksAfter, staysBroken } from './circuit-breaker.ts';
import { isHostName } from './host-name.ts';
import { nameOfSystem, settingOfSystem } from './setting-of-system.ts';
import { guideOf } from './system-guide.ts';
import type { SystemAnswer, SystemName, SystemRequest } from './transport.ts';

/** The system has no address: its setting is empty. */
export function notConnected({ system }: SystemRequest): SystemAnswer {
  const setting = settingOfSystem(system);
  const reason = `${nameOfSystem(system)} is not connected. An admin can fill in the setting ${setting ?? 'of this system'}.`;
  return nothingSent('not-connected', reason);
}

/** What is wrong with the setting that an origin is made of, which may hold anything. Undefined where it is a host of the internet. */
export function wrongOrigin(system: SystemName, origin: string): string | undefined {
  const { name, host, setting, mayHavePath } = guideOf(system);
  const written = mayHavePath === true ? URL.parse(origin)?.hostname : origin.slice('https://'.length);
  if (origin.startsWith('https://') && isHostName(written ?? '')) return undefined;
  return `the setting ${host?.setting ?? setting ?? 'of this system'} does not hold a host for ${name}. It needs ${host?.needs ?? 'a host name'}.`;
}

/** A system that has stopped answering is not asked before `until`; whoever shows it says that in the time of the rep. */
export function leftAlone({ operation, system }: SystemRequest, until: Instant): SystemAnswer {
  const name = nameOfSystem(system);
  const reason = `Cannot ${operation}: ${name} did not answer ${breaksAfter} times in a row and is left alone for ${staysBroken / 1000} s. Nothing was sent; try again after that.`;
  return { is: 'unavailable', failure: { code: 'unavailable', reason, until } };
}

/** The outcome of a request of which nothing has left the app. */
export function nothingSent(code: Failure['code'], reason: string): SystemAnswer {
  return { is: 'unavailable', failure: { code, reason } };
}
