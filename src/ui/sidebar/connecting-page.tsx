import { LiveRegion } from '../garden/live-region.tsx';
import { LoadingLine } from '../garden/loading-line.tsx';
import { Page } from '../garden/page.tsx';
import { Stack } from '../garden/stack.tsx';
import { VisuallyHidden } from '../garden/visually-hidden.tsx';
import { useWords } from '../i18n/use-words.tsx';

/** Until Zendesk answers. */
export function ConnectingPage() {
  const { t } = useWords();
  return (
    <Page>
      <LiveRegion>
        <VisuallyHidden as="h1">{t('connecting')}</VisuallyHidden>
      </LiveRegion>
      <Stack gap="sm">
        <LoadingLine width="55%" />
        <LoadingLine width="85%" />
        <LoadingLine width="70%" />
      </Stack>
    </Page>
  );
}
