import type { ReactNode } from 'react';
import { styled } from 'styled-components';

type ColumnsProps = { readonly left: ReactNode; readonly right: ReactNode };

/** Two parts: below each other in a narrow sidebar, beside each other from 600 pixels on. The reading order is the same. */
export function Columns({ left, right }: ColumnsProps) {
  return (
    <StyledColumns>
      <div>{left}</div>
      <div>{right}</div>
    </StyledColumns>
  );
}

const StyledColumns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 12px;

  & > div {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-width: 0;
  }

  @media (min-width: 600px) {
    grid-template-columns: minmax(0, 9fr) minmax(0, 11fr);
    gap: 24px;
  }
`;
