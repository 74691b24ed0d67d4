import type { FactView } from '../../../app/run-view.ts';
import { Icon } from '../../garden/icon.tsx';
import { LoadingLine } from '../../garden/loading-line.tsx';
import { Pair } from '../../garden/facts-list.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { VisuallyHidden } from '../../garden/visually-hidden.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { RequestId } from '../request-id.tsx';
import { FactOriginLine } from './fact-origin-line.tsx';
import { KnownValue } from './known-value.tsx';
import { sourceName } from './source-name.ts';
import { unknownText } from './unknown-text.ts';

type FactRowProps = {
  readonly fact: FactView;
  /** It is read as soon as a person has said which record is meant. */
  readonly waitsForChoice: boolean;
};

/** One fact: its name, and its value with source and age, or why it is not known. */
export function FactRow(props: FactRowProps) {
  return (
    <Pair name={revealHidden(props.fact.name)}>
      <State {...props} />
    </Pair>
  );
}

function State(props: FactRowProps) {
  const { fact } = props;
  const { state } = fact;
  switch (state.is) {
    case 'known':
      return (
        <>
          <KnownValue value={state.value} />
          <FactOriginLine origin={state.from} observedAt={state.observedAt} isTooOld={fact.isTooOld} />
        </>
      );
    case 'unknown':
      return <Unknown fact={fact} because={state.because} />;
    case 'reading':
      return <Reading {...props} />;
  }
}

function Unknown({
  fact,
  because,
}: {
  readonly fact: FactView;
  readonly because: Parameters<typeof unknownText>[0];
}) {
  const words = useWords();
  return (
    <Row gap="xxs" align="start">
      <Icon is="warning" tone="warning" />
      <div>
        <Text isBold tone="warning">
          {words.t('value.unknown')}
        </Text>{' '}
        <Text size="sm" tone="subtle">
          {unknownText(because, fact.source, words)}
        </Text>
        {because.is === 'failed' ? <RequestId failure={because.failure} /> : null}
      </div>
    </Row>
  );
}

function Reading({ fact, waitsForChoice }: FactRowProps) {
  const words = useWords();
  // Nothing is on its way before somebody has said which record is meant.
  if (waitsForChoice)
    return (
      <Text size="sm" tone="subtle">
        {words.t('facts.waits-for-choice')}
      </Text>
    );
  return (
    <>
      <VisuallyHidden>{words.t('facts.reading', { source: sourceName(fact.source, words) })}</VisuallyHidden>
      <LoadingLine width="70%" />
    </>
  );
}
