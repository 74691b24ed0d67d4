import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { border, foreground } from './tone.ts';

type QuoteProps = { readonly children: ReactNode };

/** Somebody's own words: a sentence of the SOP, or of the customer. */
export function Quote({ children }: QuoteProps) {
  return <StyledQuote dir="auto">{children}</StyledQuote>;
}

const StyledQuote = styled.blockquote`
  border-inline-start: 2px solid ${({ theme }) => border(theme, 'default')};
  padding-inline-start: 8px;
  color: ${({ theme }) => foreground(theme, 'subtle')};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: 18px;
  overflow-wrap: anywhere;
`;
