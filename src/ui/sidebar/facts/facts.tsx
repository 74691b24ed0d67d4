import { useState } from 'react';
import type { FactView, RunView } from '../../../app/run-view.ts';
import { Button } from '../../garden/button.tsx';
import { Disclosure } from '../../garden/disclosure.tsx';
import { FactsList } from '../../garden/facts-list.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { FactRow } from './fact-row.tsx';

/** How many facts stand there at once: more would push the plan out of sight. Unknown ones always do. */
const most = 8;

type FactsProps = {
  readonly facts: readonly FactView[];
  readonly waitingFor?: RunView['waitingFor'];
};

/** Every fact of the run with where it is from; the unknown ones first. */
export function Facts({ facts, waitingFor = [] }: FactsProps) {
  const { t } = useWords();
  const [isWhole, setWhole] = useState(false);
  if (facts.length === 0) return null;
  const known = facts.filter(({ state }) => state.is === 'known').length;
  const open = facts.length - known;
  const choosing = waitingFor.flatMap((waiting) => (waiting.kind === 'record' ? waiting.facts : []));
  const shown = isWhole || facts.length <= most ? facts.length : Math.max(most, open);
  return (
    <Disclosure
      level={2}
      isOpen
      label={<FactsLabel title={t('facts.title')} count={t('facts.known', { known, all: facts.length })} />}
    >
      <FactsList>
        {inOrder(facts)
          .slice(0, shown)
          .map((fact) => (
            <FactRow key={fact.name} fact={fact} waitsForChoice={choosing.includes(fact.name)} />
          ))}
      </FactsList>
      {shown === facts.length ? null : (
        <Button look="link" onClick={() => setWhole(true)}>
          {t('facts.more', { count: facts.length - shown })}
        </Button>
      )}
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
  return facts.toSorted((a, b) => ranks[a.state.is] - ranks[b.state.is]);
}

const ranks = { unknown: 0, reading: 1, known: 2 } as const satisfies Record<FactView['state']['is'], number>;
