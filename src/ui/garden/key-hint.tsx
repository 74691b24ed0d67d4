import { styled } from 'styled-components';

/** The key of a shortcut, for eyes only: assistive technology hears `aria-keyshortcuts`. */
export function KeyHint({ children }: { readonly children: string }) {
  return <StyledKey aria-hidden="true">{children}</StyledKey>;
}

const StyledKey = styled.kbd`
  display: inline-block;
  margin-inline-start: 6px;
  border: 1px solid currentcolor;
  border-radius: 3px;
  padding: 0 4px;
  min-width: 16px;
  font: 600 10px/14px ${({ theme }) => theme.fonts.system};
  text-align: center;
`;
