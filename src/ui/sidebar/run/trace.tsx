import type { TraceEntry } from '../../../domain/run/plan.ts';
import type { Evidence } from '../../../domain/sop/document.ts';
import { Quote } from '../../garden/quote.tsx';
import { Stack } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { sopSentence } from '../../values/sop-sentence.ts';
import { Basis } from '../proposal/basis.tsx';
import { EvidenceLinks } from '../proposal/evidence-links.tsx';
import { useRun } from './run-context.tsx';

type TraceProps = { readonly entries: readonly TraceEntry[]; readonly evidence: readonly Evidence[] };

/** How a step came to what it came to: each sentence, what it rests on, and what came of it. */
export function Trace({ entries, evidence }: TraceProps) {
  return (
    <Stack as="ul" gap="xs">
      {entries.map((entry) => (
        <li key={`${entry.id} ${entry.result}`}>
          <Line entry={entry} />
        </li>
      ))}
      {evidence.length === 0 ? null : (
        <li>
          <EvidenceLinks evidence={evidence} />
        </li>
      )}
    </Stack>
  );
}

function Line({ entry }: { readonly entry: TraceEntry }) {
  const { t } = useWords();
  const { run } = useRun();
  return (
    <Stack gap="none">
      <Quote>{sopSentence(run.source, entry)}</Quote>
      <Text size="sm">
        <strong>{t(`trace.${entry.result}`)}</strong> <Basis facts={entry.facts} />
      </Text>
    </Stack>
  );
}
