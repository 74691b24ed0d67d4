import type { Failure, Instant } from '../domain/run/events.ts';
import type { NoticeView } from './notice-view.ts';
import type { RunSession } from './run-session.ts';

type Trouble = Pick<Failure, 'reason' | 'until'> & { readonly code?: Failure['code'] };

/**
 * One line for each system, however many facts wait for it: with the last reason, and until when it is left alone. A wrong setting is one
 * line, however many systems are looked up through it.
 */
export function systemNotices({ context, work }: RunSession, now: Instant): readonly NoticeView[] {
  const troubles = new Map<string, Trouble>();
  for (const reason of work.troubles) troubles.set('zendesk', { reason });
  for (const { state } of context.advanced.facts) {
    if (state.is !== 'unknown' || state.because.is !== 'failed') continue;
    const { system, failure } = state.because;
    troubles.set(system, { ...failure, ...laterOf(troubles.get(system), failure) });
  }
  const wrong = new Map(
    [...troubles].flatMap(([system, trouble]) => (isSetting(trouble) ? [[trouble.reason, system]] : [])),
  );
  return [...troubles]
    .filter(([system, trouble]) => !isSetting(trouble) || wrong.get(trouble.reason) === system)
    .map(([system, trouble]) => ({
      is: 'system-down',
      system,
      reason: trouble.reason,
      ...(isSetting(trouble) ? { isMisconfigured: true } : {}),
      ...untilOf(trouble, now),
    }));
}

const isSetting = ({ code }: Trouble): boolean => code === 'misconfigured';

const untilOf = ({ until }: Trouble, now: Instant): Pick<Trouble, 'until'> =>
  until !== undefined && Date.parse(until) > Date.parse(now) ? { until } : {};

/** Two facts may have failed one after the other, the second one when the system was left alone for another time. */
function laterOf(earlier: Trouble | undefined, { until }: Trouble): Pick<Trouble, 'until'> {
  const times = [earlier?.until, until].filter((time) => time !== undefined).toSorted();
  const latest = times.at(-1);
  return latest === undefined ? {} : { until: latest };
}
