import type { FactView, SopHeading } from '../../app/run-view.ts';
import { Heading } from '../garden/heading.tsx';
import { LiveRegion } from '../garden/live-region.tsx';
import { LoadingLine } from '../garden/loading-line.tsx';
import { Page } from '../garden/page.tsx';
import { Stack } from '../garden/stack.tsx';
import { Text } from '../garden/text.tsx';
import { useWords } from '../i18n/use-words.tsx';
import { Facts } from './facts/facts.tsx';
import { Notices } from './notices.tsx';
import { SopTitle } from './sop-title.tsx';

type LoadingPageProps = { readonly sop: SopHeading | undefined; readonly facts: readonly FactView[] };

/** What has arrived, and the shape of what has not. */
export function LoadingPage({ sop, facts }: LoadingPageProps) {
  const { t } = useWords();
  const read = facts.filter(({ state }) => state.is !== 'reading').length;
  return (
    <Page>
      {sop ? (
        <SopTitle sop={sop} />
      ) : (
        <Heading level={1} look="title">
          {t('loading.title')}
        </Heading>
      )}
      <LiveRegion>
        <Text size="sm" tone="subtle">
          {facts.length === 0 ? t('loading.ticket') : t('loading.facts', { read, count: facts.length })}
        </Text>
      </LiveRegion>
      <Notices />
      {facts.length === 0 ? <Lines /> : <Facts facts={facts} />}
    </Page>
  );
}

function Lines() {
  return (
    <Stack gap="sm">
      <LoadingLine width="85%" />
      <LoadingLine width="70%" />
      <LoadingLine width="90%" />
      <LoadingLine width="60%" />
    </Stack>
  );
}
