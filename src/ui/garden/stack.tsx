import type { ReactNode } from 'react';
import { styled } from 'styled-components';

type Gap = 'none' | 'xxs' | 'xs' | 'sm' | 'md';

type StackProps = {
  readonly gap?: Gap;
  readonly as?: 'div' | 'ul' | 'ol' | 'section' | 'form' | 'li';
  readonly role?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
  readonly children: ReactNode;
};

/** Things below each other. */
export function Stack({ gap = 'xs', children, ...rest }: StackProps) {
  return (
    <StyledStack $gap={gap} {...rest}>
      {children}
    </StyledStack>
  );
}

type RowProps = {
  readonly gap?: Gap;
  readonly align?: 'center' | 'baseline' | 'start';
  readonly isSpread?: boolean;
  readonly isWrapped?: boolean;
  readonly role?: string;
  readonly 'aria-label'?: string;
  readonly children: ReactNode;
};

/** Things beside each other. */
export function Row({
  gap = 'xs',
  align = 'center',
  isSpread = false,
  isWrapped = false,
  children,
  ...rest
}: RowProps) {
  return (
    <StyledRow $gap={gap} $align={align} $isSpread={isSpread} $isWrapped={isWrapped} {...rest}>
      {children}
    </StyledRow>
  );
}

/** The part of a row that takes the room that is left. */
export const Fill = styled.div`
  flex: 1 1 0;
  min-width: 0;
`;

const gaps = { none: '0', xxs: '4px', xs: '8px', sm: '12px', md: '20px' } satisfies Record<Gap, string>;

const StyledStack = styled.div<{ $gap: Gap }>`
  display: flex;
  flex-direction: column;
  gap: ${({ $gap }) => gaps[$gap]};
  min-width: 0;
`;

const StyledRow = styled.div<{ $gap: Gap; $align: string; $isSpread: boolean; $isWrapped: boolean }>`
  display: flex;
  align-items: ${({ $align }) => ($align === 'start' ? 'flex-start' : $align)};
  justify-content: ${({ $isSpread }) => ($isSpread ? 'space-between' : 'flex-start')};
  flex-wrap: ${({ $isWrapped }) => ($isWrapped ? 'wrap' : 'nowrap')};
  gap: ${({ $gap }) => gaps[$gap]};
  min-width: 0;
`;
