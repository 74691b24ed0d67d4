import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { Accordion } from '@zendeskgarden/react-components';

type Look = 'section' | 'plain' | 'quiet';

type DisclosureProps = {
  /** Rank of its heading in the outline of the page. */
  readonly level: 2 | 3 | 4;
  readonly label: ReactNode;
  readonly isOpen?: boolean;
  /** `section` for a part of the page, `plain` for a line of a list, `quiet` for details of something else. */
  readonly look?: Look;
  readonly children: ReactNode;
};

/** A heading that opens and closes what belongs to it. Garden 10's accordion: the one of 9 leaves closed content focusable on React 19. */
export function Disclosure({ level, label, isOpen = false, look = 'section', children }: DisclosureProps) {
  return (
    <Accordion
      level={level}
      isBare
      isCompact
      isCollapsible
      isAnimated={false}
      defaultExpandedSections={isOpen ? [0] : []}
    >
      <Accordion.Section>
        <StyledHeader>
          <StyledLabel $look={look}>{label}</StyledLabel>
        </StyledHeader>
        <StyledPanel>
          <StyledContent>{children}</StyledContent>
        </StyledPanel>
      </Accordion.Section>
    </Accordion>
  );
}

/* Garden's paddings are those of a page; a sidebar has 288 pixels. */

const StyledHeader = styled(Accordion.Header)`
  & > svg {
    padding: 0;
    width: 16px;
    min-width: 16px;
    height: 16px;
  }
`;

const StyledLabel = styled(Accordion.Label)<{ $look: Look }>`
  && {
    padding: 2px 0;
    line-height: 20px;
    font-size: ${({ theme, $look }) => ($look === 'quiet' ? theme.fontSizes.sm : theme.fontSizes.md)};
    font-weight: ${({ theme, $look }) => ($look === 'section' ? theme.fontWeights.semibold : theme.fontWeights.regular)};
    overflow-wrap: anywhere;
  }
`;

const StyledContent = styled.div`
  padding: 4px 0;
`;

const StyledPanel = styled(Accordion.Panel)`
  && {
    border: 0;
    padding: 0;
    font-size: inherit;
  }
`;
