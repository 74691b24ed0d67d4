import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { background, border } from './tone.ts';
import type { Tone } from './tone.ts';

type NoticeTone = Extract<Tone, 'subtle' | 'primary' | 'warning' | 'danger' | 'success'>;

type NoticeProps = { readonly tone: NoticeTone; readonly children: ReactNode };

const icons = {
  subtle: 'info',
  primary: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'error',
} satisfies Record<NoticeTone, IconName>;

/** One line that has to be known; its sign tells its weight without its colour. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <StyledNotice $tone={tone}>
      <Icon is={icons[tone]} tone={tone} />
      <div>{children}</div>
    </StyledNotice>
  );
}

const StyledNotice = styled.div<{ $tone: NoticeTone }>`
  display: flex;
  gap: 8px;
  border: 1px solid ${({ theme, $tone }) => ($tone === 'subtle' ? 'transparent' : border(theme, $tone))};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: ${({ $tone }) => ($tone === 'subtle' ? '0' : '4px 8px')};
  background: ${({ theme, $tone }) => ($tone === 'subtle' ? 'none' : background(theme, $tone))};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: 20px;
  overflow-wrap: anywhere;

  & > div {
    flex: 1;
    min-width: 0;
  }
`;
