import type { MatchReason } from '../../../app/match-view.ts';
import { Stack } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { TruthIcon } from '../truth-icon.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { evaluationText } from '../../values/value-text.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { Row } from '../../garden/stack.tsx';

/** The parts of a condition, each with what it came to and what it rests on. */
export function Reasons({ reasons }: { readonly reasons: readonly MatchReason[] }) {
  return (
    <Stack as="ul" gap="none">
      {reasons.map((reason) => (
        <li key={reason.text}>
          <Reason reason={reason} />
        </li>
      ))}
    </Stack>
  );
}

function Reason({ reason }: { readonly reason: MatchReason }) {
  const words = useWords();
  // Where it holds, the words of the condition say the value already.
  const facts = (reason.truth.is === 'yes' ? [] : reason.facts).map(({ name, value }) =>
    words.t('fact.pair', { name: revealHidden(name), value: evaluationText(value, words) }),
  );
  return (
    <Row gap="xxs" align="start">
      <TruthIcon truth={reason.truth.is} />
      <div>
        <Text size="sm">{revealHidden(reason.text)}</Text>{' '}
        <Text size="sm" tone="subtle">
          {facts.join(' · ')}
        </Text>
      </div>
    </Row>
  );
}
