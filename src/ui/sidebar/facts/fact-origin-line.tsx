import type { FactOrigin } from '../../../domain/run/plan.ts';
import type { Instant } from '../../../domain/run/events.ts';
import { Icon } from '../../garden/icon.tsx';
import { Link } from '../../garden/link.tsx';
import { Quote } from '../../garden/quote.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { formatShortAge } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { useView } from '../../store.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { systemName } from '../../values/system-name.ts';

type FactOriginLineProps = {
  readonly origin: FactOrigin;
  readonly observedAt: Instant;
  readonly isTooOld: boolean;
};

/** Where a value is from and how old it is; what the customer said stands there in the customer's words. */
export function FactOriginLine({ origin, observedAt, isTooOld }: FactOriginLineProps) {
  const words = useWords();
  const now = useView((view) => view.now);
  const age = formatShortAge(words, observedAt, now);
  return (
    <>
      {' '}
      <Text size="sm" tone="subtle">
        <Origin origin={origin} />
        {/* The age never stands alone on a line. */}
        {`\u00A0·\u00A0${age.replaceAll(' ', '\u00A0')}`}
      </Text>
      {isTooOld ? <TooOld /> : null}
      {origin.from === 'message' && origin.quote !== undefined ? (
        <Quote>“{revealHidden(origin.quote)}”</Quote>
      ) : null}
    </>
  );
}

function Origin({ origin }: { readonly origin: FactOrigin }) {
  const words = useWords();
  switch (origin.from) {
    case 'system': {
      const name = systemName(origin.system, words);
      if (origin.url === undefined) return <>{name}</>;
      return (
        <Link isQuiet to={origin.url} opensLabel={words.t('link.opens')}>
          {name}
        </Link>
      );
    }
    case 'person':
      return <>{words.t('facts.entered-by', { name: origin.person.name })}</>;
    case 'message':
      if (origin.by === 'assistant') return <>{words.t('facts.customer-says')}</>;
      return <>{words.t('facts.customer-says-read-by', { name: origin.by.name })}</>;
  }
}

function TooOld() {
  const { t } = useWords();
  return (
    <Row gap="xxs">
      <Icon is="clock" tone="warning" />
      <Text size="sm" tone="subtle">
        {t('facts.too-old')}
      </Text>
    </Row>
  );
}
