import type { SopHeading } from '../../../app/run-view.ts';
import { Row } from '../../garden/stack.tsx';
import { Tag } from '../../garden/tag.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';

/** An SOP among others. */
export function CandidateTitle({ sop }: { readonly sop: SopHeading }) {
  const { t } = useWords();
  return (
    <Row gap="xs" isWrapped>
      <Text isBold>{revealHidden(sop.title)}</Text>
      <Tag>{t('sop.version', { version: sop.version })}</Tag>
      {sop.status === 'live' ? null : <Tag hue="yellow">{t(`sop.status.${sop.status}`)}</Tag>}
    </Row>
  );
}
