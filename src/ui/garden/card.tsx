import type { ReactNode, Ref } from 'react';
import { styled } from 'styled-components';
import { focusStyles } from '@zendeskgarden/react-theming';
import { background, border } from './tone.ts';
import type { Tone } from './tone.ts';

type CardProps = {
  readonly tone?: Tone;
  /** `raised` for what waits for the rep, `flat` for what does not. */
  readonly look?: 'raised' | 'flat';
  readonly labelledBy: string;
  /** Focus may be moved to it, without it being a tab stop. */
  readonly ref?: Ref<HTMLElement> | undefined;
  readonly children: ReactNode;
};

/** A named group with a line of its tone at its beginning. */
export function Card({ tone = 'default', look = 'raised', labelledBy, ref, children }: CardProps) {
  return (
    <StyledCard ref={ref} aria-labelledby={labelledBy} tabIndex={-1} $tone={tone} $look={look}>
      {children}
    </StyledCard>
  );
}

const StyledCard = styled.section.attrs({ role: 'group' })<{ $tone: Tone; $look: 'raised' | 'flat' }>`
  display: flex;
  flex-direction: column;
  gap: 8px;
  border: 1px solid ${({ theme }) => border(theme, 'default')};
  border-inline-start: 3px solid ${({ theme, $tone }) => border(theme, $tone)};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 10px 12px;
  min-width: 0;
  background: ${({ theme, $look }) => background(theme, $look === 'raised' ? 'default' : 'subtle')};
  ${({ theme, $look }) => focusStyles({ theme, ...($look === 'raised' && { shadowWidth: 'sm' }) })}
`;
