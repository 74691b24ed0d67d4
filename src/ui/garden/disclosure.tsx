import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { Accordion } from '@zendeskgarden/react-components';

type DisclosureProps = {
  /** Rank of its heading in the outline of the page. */
  readonly level: 2 | 3 | 4;
  readonly label: ReactNode;
  readonly isOpen?: boolean;
  /** Smaller and lighter, for details of something else. */
  readonly isQuiet?: boolean;
  readonly children: ReactNode;
};

/** A heading that opens and closes what belongs to it. Garden 10's accordion: the one of 9 leaves closed content focusable on React 19. */
export function Disclosure({ level, label, isOpen = false, isQuiet = false, children }: DisclosureProps) {
  return (
    <StyledAccordion
      level={level}
      isBare
      isCompact
      isCollapsible
      isAnimated={false}
      defaultExpandedSections={isOpen ? [0] : []}
      $isQuiet={isQuiet}
    >
      <Accordion.Section>
        <Accordion.Header>
          <Accordion.Label>{label}</Accordion.Label>
        </Accordion.Header>
        <Accordion.Panel>{children}</Accordion.Panel>
      </Accordion.Section>
    </StyledAccordion>
  );
}

/** Garden's paddings are those of a page; a sidebar has 288 pixels. */
const StyledAccordion = styled(Accordion)<{ $isQuiet: boolean }>`
  && button {
    padding: 4px 0;
    font-size: ${({ theme, $isQuiet }) => ($isQuiet ? theme.fontSizes.sm : theme.fontSizes.md)};
    font-weight: ${({ theme, $isQuiet }) => ($isQuiet ? theme.fontWeights.regular : theme.fontWeights.semibold)};
    line-height: 20px;
    overflow-wrap: anywhere;
  }

  && section {
    border: 0;
    padding: 0;
    font-size: inherit;
  }

  && svg { padding: 0; width: 16px; min-width: 16px; height: 16px; }
`;
