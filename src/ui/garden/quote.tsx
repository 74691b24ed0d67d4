import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { border, foreground } from './tone.ts';

type QuoteProps = {
  /** Cut off behind so many lines. */
  readonly lines?: number | undefined;
  readonly children: ReactNode;
};

/** Somebody's own words: a sentence of the SOP, or of the customer. */
export function Quote({ lines, children }: QuoteProps) {
  return (
    <StyledQuote dir="auto" $lines={lines}>
      {children}
    </StyledQuote>
  );
}

const StyledQuote = styled.blockquote<{ $lines: number | undefined }>`
  border-inline-start: 2px solid ${({ theme }) => border(theme, 'default')};
  padding-inline-start: 8px;
  color: ${({ theme }) => foreground(theme, 'subtle')};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: 18px;
  overflow-wrap: anywhere;
  ${({ $lines }) =>
    $lines === undefined
      ? undefined
      : { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: $lines, overflow: 'hidden' }}
`;
