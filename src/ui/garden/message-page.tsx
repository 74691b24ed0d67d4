import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

type MessagePageProps = { readonly icon: IconName; readonly tone: Tone; readonly children: ReactNode };

/** A page that has one thing to say. */
export function MessagePage({ icon, tone, children }: MessagePageProps) {
  return (
    <StyledMessage>
      <Icon is={icon} tone={tone} />
      <div>{children}</div>
    </StyledMessage>
  );
}

const StyledMessage = styled.div`
  display: flex;
  gap: 8px;
  padding: 8px 0;

  & > div {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: flex-start;
    gap: 8px;
    min-width: 0;
  }
`;
