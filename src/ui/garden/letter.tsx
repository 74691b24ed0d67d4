import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { border, foreground } from './tone.ts';
import { getColor } from '@zendeskgarden/react-theming';

type LetterProps = {
  /** What it is: a note, a message. */ readonly label: string;
  readonly children: ReactNode;
};

/** A text as it will be sent, with its lines. */
export function Letter({ label, children }: LetterProps) {
  return (
    <StyledFigure>
      <figcaption>{label}</figcaption>
      <StyledLetter dir="auto">{children}</StyledLetter>
    </StyledFigure>
  );
}

const StyledFigure = styled.figure`
  & > figcaption {
    margin-bottom: 2px;
    color: ${({ theme }) => foreground(theme, 'subtle')};
    font-size: ${({ theme }) => theme.fontSizes.sm};
    line-height: 16px;
  }
`;

const StyledLetter = styled.div`
  border: 1px solid ${({ theme }) => border(theme, 'subtle')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 8px;
  background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  font-size: 13px;
  line-height: 18px;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;
