import type { MatchView } from '../../../app/match-view.ts';
import { Heading } from '../../garden/heading.tsx';
import { Page } from '../../garden/page.tsx';
import { Stack } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { Notices } from '../notices.tsx';
import { CheckConnections } from '../systems/check-connections.tsx';
import { ChooseSop } from './choose-sop.tsx';

/** No SOP is for this ticket. It is counted, and one can be chosen all the same. */
export function NoSopPage({ match }: { readonly match: MatchView }) {
  const { t } = useWords();
  const isEmpty = match.candidates.length + match.others.length === 0;
  return (
    <Page>
      <Stack gap="xxs">
        <Heading level={1} look="title">
          {t(isEmpty ? 'no-sop.none-published' : 'no-sop.title')}
        </Heading>
        <Text tone="subtle">{t(isEmpty ? 'no-sop.none-published-text' : 'no-sop.text')}</Text>
      </Stack>
      <Notices />
      <ChooseSop match={match} />
      <CheckConnections />
    </Page>
  );
}
