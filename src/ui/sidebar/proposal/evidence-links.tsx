import type { ReactNode } from 'react';
import type { Evidence } from '../../../domain/sop/document.ts';
import { Link } from '../../garden/link.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';

type EvidenceLinksProps = {
  readonly evidence: readonly Evidence[];
  /** Other links beside them. */ readonly children?: ReactNode;
};

/** The policies that a sentence cites. */
export function EvidenceLinks({ evidence, children }: EvidenceLinksProps) {
  const { t } = useWords();
  if (evidence.length === 0 && !children) return null;
  return (
    <Row isWrapped gap="xs">
      {evidence.map(({ label, url, title }) => (
        <Text key={label} size="sm">
          <Link to={url} opensLabel={t('link.opens')}>
            {revealHidden(title ?? label)}
          </Link>
        </Text>
      ))}
      {children}
    </Row>
  );
}
