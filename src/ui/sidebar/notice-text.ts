import type { NoticeView } from '../../app/notice-view.ts';
import type { Words } from '../i18n/words.ts';
import { formatTimeWithSeconds } from '../i18n/format.ts';
import { revealHidden } from '../values/reveal-hidden.ts';
import { systemName } from '../values/system-name.ts';

/** A notice in one sentence. */
export function noticeText(notice: NoticeView, words: Words): string {
  const { t } = words;
  switch (notice.is) {
    case 'offline':
    case 'ticket-closed':
    case 'may-not-change':
    case 'assistant-off':
      return t(`notice.${notice.is}`);
    case 'somebody-else':
      return t(`notice.${notice.doing}`, {
        names: new Intl.ListFormat(words.locale).format(notice.names.map(revealHidden)),
      });
    case 'other-version':
      return notice.published === undefined
        ? t('notice.version-withdrawn', { running: notice.running })
        : t('notice.other-version', { running: notice.running, published: notice.published });
    case 'not-saved':
    case 'not-done':
      return t(`notice.${notice.is}`, { reason: revealHidden(notice.reason) });
    case 'kept-here-only':
      return t(`notice.kept-in-${notice.in}`);
    case 'assistant-failing':
      return t('notice.assistant-failing', { reason: revealHidden(notice.reason) });
    case 'system-down':
      return systemDownText(notice, words);
    case 'settings-broken':
      return t('notice.settings-broken', { count: notice.problems.length });
    case 'sop-unusable':
      return t(`notice.unusable-${notice.because}`, {
        sop: revealHidden(notice.sop),
        version: notice.version,
      });
  }
}

function systemDownText(
  { system, reason, until, isMisconfigured }: Extract<NoticeView, { is: 'system-down' }>,
  words: Words,
): string {
  const name = systemName(system, words);
  // The reason names the setting and its system: what was looked up through it may be of another one.
  if (isMisconfigured) return words.t('notice.misconfigured', { reason: revealHidden(reason) });
  return until === undefined
    ? words.t('notice.system-down', { system: name, reason: revealHidden(reason) })
    : words.t('notice.system-left-alone', { system: name, time: formatTimeWithSeconds(words, until) });
}
