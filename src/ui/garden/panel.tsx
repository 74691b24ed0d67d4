import type { KeyboardEvent, ReactNode } from 'react';
import { styled } from 'styled-components';

type PanelProps = { readonly labelledBy: string; readonly onClose: () => void; readonly children: ReactNode };

/** A part of the page that opens at its end; Escape closes it. */
export function Panel({ labelledBy, onClose, children }: PanelProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <StyledPanel aria-labelledby={labelledBy} onKeyDown={onKeyDown}>
      {children}
    </StyledPanel>
  );
}

const StyledPanel = styled.section`
  display: flex;
  flex-direction: column;
  gap: 8px;
`;
