import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { border } from './tone.ts';
import { getColor } from '@zendeskgarden/react-theming';

/** A text as it will be sent, with its lines. */
export function Letter({ children }: { readonly children: ReactNode }) {
  return <StyledLetter dir="auto">{children}</StyledLetter>;
}

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
