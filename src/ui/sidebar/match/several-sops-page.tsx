import type { MatchView } from '../../../app/match-view.ts';
import { Heading } from '../../garden/heading.tsx';
import { Page } from '../../garden/page.tsx';
import { Stack } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { Notices } from '../notices.tsx';
import { CheckConnections } from '../systems/check-connections.tsx';
import { ChooseSop } from './choose-sop.tsx';

/** More than one SOP may be meant: the rep chooses. */
export function SeveralSopsPage({ match }: { readonly match: MatchView }) {
  const { t } = useWords();
  return (
    <Page>
      <Stack gap="xxs">
        <Heading level={1} look="title">
          {t('choose.title', { count: match.candidates.length })}
        </Heading>
        <Text tone="subtle">{t('choose.text')}</Text>
      </Stack>
      <Notices />
      <ChooseSop match={match} />
      <CheckConnections />
    </Page>
  );
}
