import type { MatchView } from '../../../app/match-view.ts';
import { Heading } from '../../garden/heading.tsx';
import { Page } from '../../garden/page.tsx';
import { Stack } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { Notices } from '../notices.tsx';
import { CheckConnections } from '../systems/check-connections.tsx';
import { Reasons } from './reasons.tsx';
import { whyText } from './why-text.ts';

/** An admin has switched Signoff off for tickets like this one. */
export function OffPage({ match }: { readonly match: MatchView }) {
  const words = useWords();
  return (
    <Page>
      <Stack gap="xxs">
        <Heading level={1} look="title">
          {words.t('off.title')}
        </Heading>
        <Text tone="subtle">{words.t('off.text', { reason: whyText(match, '', words) })}</Text>
      </Stack>
      <Notices />
      {match.by.is === 'mapping' ? <Reasons reasons={match.by.reasons} /> : null}
      <CheckConnections />
    </Page>
  );
}
