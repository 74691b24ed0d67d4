import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { border, foreground } from './tone.ts';

/** Names with what is said of them, one pair a line. */
export function FactsList({ children }: { readonly children: ReactNode }) {
  return <StyledList>{children}</StyledList>;
}

type PairProps = { readonly name: ReactNode; readonly children: ReactNode };

/** One pair of a list. */
export function Pair({ name, children }: PairProps) {
  return (
    <StyledPair>
      <dt dir="auto">{name}</dt>
      <dd>{children}</dd>
    </StyledPair>
  );
}

const StyledList = styled.dl`
  display: grid;
  grid-template-columns: fit-content(45%) minmax(0, 1fr);
  column-gap: 8px;
`;

const StyledPair = styled.div`
  display: grid;
  grid-template-columns: subgrid;
  grid-column: 1 / -1;
  border-bottom: 1px solid ${({ theme }) => border(theme, 'subtle')};
  padding: 1px 0;
  font-size: 13px;
  line-height: 18px;

  &:last-child {
    border-bottom: 0;
  }

  & > dt {
    color: ${({ theme }) => foreground(theme, 'subtle')};
    font-size: ${({ theme }) => theme.fontSizes.sm};
    overflow-wrap: anywhere;
  }

  & > dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;
