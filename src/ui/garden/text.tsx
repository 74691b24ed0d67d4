import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { IGardenTheme } from '@zendeskgarden/react-theming';
import { foreground } from './tone.ts';
import type { Tone } from './tone.ts';

type TextSize = 'sm' | 'md' | 'inherit';

type TextProps = {
  readonly tone?: Tone;
  /** `inherit` where the place decides. */
  readonly size?: TextSize;
  readonly isBold?: boolean;
  readonly as?: 'span' | 'p' | 'div';
  readonly id?: string | undefined;
  readonly children: ReactNode;
};

/** Text of the page in one of two sizes. */
export function Text({
  tone = 'default',
  size = 'inherit',
  isBold = false,
  as = 'span',
  id,
  children,
}: TextProps) {
  return (
    <StyledText as={as} id={id} $tone={tone} $size={size} $isBold={isBold}>
      {children}
    </StyledText>
  );
}

const sizes = {
  sm: (theme: IGardenTheme) => ({ fontSize: theme.fontSizes.sm, lineHeight: '16px' }),
  md: (theme: IGardenTheme) => ({ fontSize: theme.fontSizes.md, lineHeight: '20px' }),
} as const;

const StyledText = styled.span<{ $tone: Tone; $size: TextSize; $isBold: boolean }>`
  color: ${({ theme, $tone }) => foreground(theme, $tone)};
  ${({ theme, $size }) => ($size === 'inherit' ? undefined : sizes[$size](theme))}
  font-weight: ${({ theme, $isBold }) => ($isBold ? theme.fontWeights.semibold : 'inherit')};
  overflow-wrap: anywhere;
`;
