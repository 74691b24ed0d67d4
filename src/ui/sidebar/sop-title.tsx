import type { ReactNode } from 'react';
import type { SopHeading } from '../../app/run-view.ts';
import { Heading } from '../garden/heading.tsx';
import { Fill, Row } from '../garden/stack.tsx';
import { Tag } from '../garden/tag.tsx';
import { useWords } from '../i18n/use-words.tsx';
import { revealHidden } from '../values/reveal-hidden.ts';

type SopTitleProps = { readonly sop: SopHeading; /** At its end: a menu. */ readonly children?: ReactNode };

/** Which SOP this is, in which version, and whether it is anything but live. */
export function SopTitle({ sop, children }: SopTitleProps) {
  const { t } = useWords();
  return (
    <Row>
      <Fill>
        <Row isWrapped gap="xs">
          <Heading level={1} look="title">
            {revealHidden(sop.title)}
          </Heading>
          <Tag>{t('sop.version', { version: sop.version })}</Tag>
          {sop.status === 'live' ? null : <Tag hue="yellow">{t(`sop.status.${sop.status}`)}</Tag>}
        </Row>
      </Fill>
      {children}
    </Row>
  );
}
