import { Heading } from '../garden/heading.tsx';
import { MessagePage } from '../garden/message-page.tsx';
import { Page } from '../garden/page.tsx';
import { Text } from '../garden/text.tsx';
import { useWords } from '../i18n/use-words.tsx';

/** The page was opened by itself. */
export function OutsidePage() {
  const { t } = useWords();
  return (
    <Page>
      <MessagePage icon="info" tone="primary">
        <Heading level={1} look="section">
          {t('outside.title')}
        </Heading>
        <Text as="p">{t('outside.text')}</Text>
      </MessagePage>
    </Page>
  );
}
