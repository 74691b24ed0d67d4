import { styled } from 'styled-components';
import NewWindow from '@zendeskgarden/svg-icons/src/12/new-window-stroke.svg?react';
import { foreground } from './tone.ts';

type LinkProps = {
  readonly to: string;
  readonly children: string;
  /** Says that it opens elsewhere. */ readonly opensLabel: string;
};

/** A link out of Zendesk. Anything but https is shown as text, because addresses come from SOPs and systems. */
export function Link({ to, children, opensLabel }: LinkProps) {
  if (!isSafe(to)) return <>{children}</>;
  return (
    <StyledLink href={to} target="_blank" rel="noopener noreferrer">
      {children}
      <NewWindow role="img" aria-label={opensLabel} focusable="false" />
    </StyledLink>
  );
}

function isSafe(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}

const StyledLink = styled.a`
  border-radius: 2px;
  color: ${({ theme }) => foreground(theme, 'primary')};
  overflow-wrap: anywhere;

  & > svg {
    margin-inline-start: 3px;
    width: 10px;
    height: 10px;
  }
`;
