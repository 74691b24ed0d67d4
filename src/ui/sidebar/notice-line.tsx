import type { NoticeView } from '../../app/notice-view.ts';
import { Notice } from '../garden/notice.tsx';
import { Text } from '../garden/text.tsx';
import { useWords } from '../i18n/use-words.tsx';
import { noticeText } from './notice-text.ts';
import { SettingProblems } from './setting-problems.tsx';

/** One notice: a quiet line for what may be left alone, a box for what may not. */
export function NoticeLine({ notice }: { readonly notice: NoticeView }) {
  const words = useWords();
  const text = noticeText(notice, words);
  return (
    <Notice tone={tones[notice.is]}>
      <Text size="sm">{text}</Text>
      {notice.is === 'settings-broken' ? <SettingProblems problems={notice.problems} /> : null}
    </Notice>
  );
}

const tones = {
  offline: 'warning',
  'ticket-closed': 'subtle',
  'may-not-change': 'subtle',
  'somebody-else': 'primary',
  'other-version': 'subtle',
  'not-saved': 'danger',
  'not-done': 'danger',
  'kept-here-only': 'subtle',
  'assistant-off': 'subtle',
  'assistant-failing': 'warning',
  'system-down': 'warning',
  'settings-broken': 'danger',
  'sop-unusable': 'danger',
} as const satisfies Record<NoticeView['is'], string>;
