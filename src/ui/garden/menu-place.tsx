import { styled } from 'styled-components';

/** Holds the place of a menu that is still being loaded, so that nothing moves when it comes. */
export const MenuPlace = styled.div`
  flex: none;
  width: 32px;
  height: 32px;
`;
