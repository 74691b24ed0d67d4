import type { Loaded } from '../../app/sidebar-view.ts';
import type { Failure } from '../../domain/run/events.ts';
import { Button } from '../garden/button.tsx';
import { Heading } from '../garden/heading.tsx';
import { LiveRegion } from '../garden/live-region.tsx';
import { MessagePage } from '../garden/message-page.tsx';
import { Page } from '../garden/page.tsx';
import { Text } from '../garden/text.tsx';
import { useWords } from '../i18n/use-words.tsx';
import { useSend } from '../store.tsx';
import { failureText } from '../values/failure-text.ts';
import { Notices } from './notices.tsx';
import { RequestId } from './request-id.tsx';
import { CheckConnections } from './systems/check-connections.tsx';

type LoadFailedPageProps = { readonly what: Loaded; readonly failure: Failure };

/** Something without which nothing can be shown did not come. */
export function LoadFailedPage({ what, failure }: LoadFailedPageProps) {
  const words = useWords();
  const send = useSend();
  return (
    <Page>
      <Notices />
      <LiveRegion isUrgent>
        <MessagePage icon="error" tone="danger">
          <Heading level={1} look="section">
            {words.t(`load-failed.${what}`)}
          </Heading>
          <Text as="p">{words.t('load-failed.because', { failure: failureText(failure, words) })}</Text>
          <RequestId failure={failure} />
          <Button look="primary" onClick={() => send({ type: 'retry-load' })}>
            {words.t('load-failed.retry')}
          </Button>
        </MessagePage>
      </LiveRegion>
      <CheckConnections />
    </Page>
  );
}
