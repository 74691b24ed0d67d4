import type { FactView } from '../../../app/run-view.ts';
import { Disclosure } from '../../garden/disclosure.tsx';
import { FactsList } from '../../garden/facts-list.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { FactRow } from './fact-row.tsx';

/** Every fact of the run with where it is from; the unknown ones first. */
export function Facts({ facts }: { readonly facts: readonly FactView[] }) {
  const { t } = useWords();
  if (facts.length === 0) return null;
  const known = facts.filter(({ state }) => state.is === 'known').length;
  return (
    <Disclosure level={2} isOpen label={<FactsLabel title={t('facts.title')} count={t('facts.known', { known, all: facts.length })} />}>
      <FactsList>
        {inOrder(facts).map((fact) => (
          <FactRow key={fact.name} fact={fact} />
        ))}
      </FactsList>
    </Disclosure>
  );
}

function FactsLabel({ title, count }: { readonly title: string; readonly count: string }) {
  return (
    <Row gap="xs" align="baseline">
      <span>{title}</span>
      <Text size="sm" tone="subtle">
        {count}
      </Text>
    </Row>
  );
}

function inOrder(facts: readonly FactView[]): readonly FactView[] {
  return [...facts].toSorted((a, b) => ranks[a.state.is] - ranks[b.state.is]);
}

const ranks = { unknown: 0, reading: 1, known: 2 } as const satisfies Record<FactView['state']['is'], number>;
