import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { foreground } from './tone.ts';
import type { Tone } from './tone.ts';

type TextProps = {
  readonly tone?: Tone;
  readonly size?: 'sm' | 'md';
  readonly isBold?: boolean;
  readonly as?: 'span' | 'p' | 'div';
  readonly id?: string | undefined;
  readonly children: ReactNode;
};

/** Text of the page in one of two sizes. */
export function Text({ tone = 'default', size = 'md', isBold = false, as = 'span', id, children }: TextProps) {
  return (
    <StyledText as={as} id={id} $tone={tone} $size={size} $isBold={isBold}>
      {children}
    </StyledText>
  );
}

const StyledText = styled.span<{ $tone: Tone; $size: 'sm' | 'md'; $isBold: boolean }>`
  color: ${({ theme, $tone }) => foreground(theme, $tone)};
  font-size: ${({ theme, $size }) => theme.fontSizes[$size]};
  line-height: ${({ $size }) => ($size === 'sm' ? '16px' : '20px')};
  font-weight: ${({ theme, $isBold }) => ($isBold ? theme.fontWeights.semibold : 'inherit')};
  overflow-wrap: anywhere;
`;
