import { styled } from 'styled-components';

/** The place of a menu, also while it is still being loaded, so that nothing moves when it comes. */
export const MenuPlace = styled.div`
  flex: none;
  width: 32px;
  height: 32px;
`;
