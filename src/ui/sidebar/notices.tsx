import { LiveRegion } from '../garden/live-region.tsx';
import { Stack } from '../garden/stack.tsx';
import { useWords } from '../i18n/use-words.tsx';
import { useView } from '../store.tsx';
import { NoticeLine } from './notice-line.tsx';

/** What has to be known besides the run. Said aloud when it appears. */
export function Notices() {
  const { t } = useWords();
  const notices = useView((view) => view.notices);
  return (
    <LiveRegion label={t('notices.label')}>
      {notices.length === 0 ? null : (
        <Stack gap="xxs">
          {notices.map((notice) => (
            <NoticeLine key={JSON.stringify(notice)} notice={notice} />
          ))}
        </Stack>
      )}
    </LiveRegion>
  );
}
