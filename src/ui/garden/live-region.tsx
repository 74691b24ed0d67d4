import type { ReactNode } from 'react';
import { styled } from 'styled-components';

type LiveRegionProps = {
  readonly label?: string;
  readonly isUrgent?: boolean;
  readonly children?: ReactNode;
};

/** Says aloud what appears in it. It is there before that, and takes no room while it is empty. */
export function LiveRegion({ label, isUrgent = false, children }: LiveRegionProps) {
  return (
    <StyledRegion role={isUrgent ? 'alert' : 'status'} aria-label={label}>
      {children}
    </StyledRegion>
  );
}

const StyledRegion = styled.div`
  &:empty {
    position: absolute;
  }
`;
