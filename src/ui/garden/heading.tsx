import type { ReactNode, Ref } from 'react';
import { styled } from 'styled-components';
import { focusStyles } from '@zendeskgarden/react-theming';

type HeadingProps = {
  readonly level: 1 | 2 | 3 | 4;
  /** `title` for the name of the page, `section` for its parts, `card` for what is to be decided. */
  readonly look: 'title' | 'section' | 'card';
  readonly id?: string | undefined;
  /** Focus may be moved to it, without it being a tab stop. */
  readonly ref?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
};

const sizes = { title: '16px', section: '14px', card: '15px' } as const;

/** A heading of the page's outline. */
export function Heading({ level, look, id, ref, children }: HeadingProps) {
  return (
    <StyledHeading as={`h${level}`} id={id} ref={ref} tabIndex={ref ? -1 : undefined} $look={look}>
      {children}
    </StyledHeading>
  );
}

const StyledHeading = styled.h2<{ $look: keyof typeof sizes }>`
  font-size: ${({ $look }) => sizes[$look]};
  line-height: 20px;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  overflow-wrap: anywhere;
  ${({ theme }) => focusStyles({ theme })}
`;
