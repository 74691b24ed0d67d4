import type { MatchView } from '../../../app/match-view.ts';
import { Button } from '../../garden/button.tsx';
import { useFocusOnAppear } from '../../garden/use-focus-on-appear.ts';
import { Heading } from '../../garden/heading.tsx';
import { Stack } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { ChooseSop } from '../match/choose-sop.tsx';

type ChooseOtherProps = { readonly match: MatchView; readonly onBack: () => void };

/** Another SOP for this ticket; the run that is open will be cancelled, which is said before. */
export function ChooseOther({ match, onBack }: ChooseOtherProps) {
  const { t } = useWords();
  const title = useFocusOnAppear<HTMLHeadingElement>();
  return (
    <Stack gap="sm">
      <Heading level={2} look="section" ref={title}>
        {t('choose.other-title')}
      </Heading>
      <Text tone="subtle">{t('choose.other-text')}</Text>
      <ChooseSop match={match} />
      <div>
        <Button onClick={onBack}>{t('choose.back')}</Button>
      </div>
    </Stack>
  );
}
