import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../garden/button.tsx';
import { MessagePage } from '../garden/message-page.tsx';
import { Page } from '../garden/page.tsx';
import { Heading } from '../garden/heading.tsx';
import { Text } from '../garden/text.tsx';
import { useWords } from '../i18n/use-words.tsx';

type BrokenState = { readonly error: Error | undefined };

/** A fault in drawing is said, never a white page. The run is stored, so drawing again loses nothing. */
export class Broken extends Component<{ readonly children: ReactNode }, BrokenState> {
  override readonly state: BrokenState = { error: undefined };

  static getDerivedStateFromError(error: unknown): BrokenState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <BrokenPage reason={error.message} onRetry={() => this.setState({ error: undefined })} />;
  }
}

function BrokenPage({ reason, onRetry }: { readonly reason: string; readonly onRetry: () => void }) {
  const { t } = useWords();
  return (
    <Page>
      <MessagePage icon="error" tone="danger">
        <Heading level={1} look="section">
          {t('broken.title')}
        </Heading>
        <Text as="p">{t('broken.text')}</Text>
        <Text as="p" size="sm" tone="subtle">
          {reason}
        </Text>
        <Button onClick={onRetry}>{t('broken.retry')}</Button>
      </MessagePage>
    </Page>
  );
}
