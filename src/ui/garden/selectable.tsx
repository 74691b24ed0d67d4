import { styled } from 'styled-components';

/** Something to be copied as it is, such as a number: one click selects all of it. */
export const Selectable = styled.code`
  font-family: ${({ theme }) => theme.fonts.mono};
  overflow-wrap: anywhere;
  user-select: all;
`;
