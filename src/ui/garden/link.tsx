import { styled } from 'styled-components';
import NewWindow from '@zendeskgarden/svg-icons/src/12/new-window-stroke.svg?react';
import { VisuallyHidden } from './visually-hidden.tsx';
import { foreground } from './tone.ts';

type LinkProps = {
  readonly to: string;
  readonly children: string;
  /** Less loud and without its sign, where there are many. */
  readonly isQuiet?: boolean;
  /** Says that it opens elsewhere. */ readonly opensLabel: string;
};

/** A link out of Zendesk. Anything but https is shown as text, because addresses come from SOPs and systems. */
export function Link({ to, children, isQuiet = false, opensLabel }: LinkProps) {
  if (!isLinkable(to)) return <>{children}</>;
  return (
    <StyledLink $isQuiet={isQuiet} href={to} target="_blank" rel="noopener noreferrer">
      {children}
      {isQuiet ? null : <NewWindow aria-hidden="true" focusable="false" />}
      <VisuallyHidden> {opensLabel}</VisuallyHidden>
    </StyledLink>
  );
}

/** Whether an address becomes a link. */
export function isLinkable(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}

const StyledLink = styled.a<{ $isQuiet: boolean }>`
  border-radius: 2px;
  color: ${({ theme, $isQuiet }) => ($isQuiet ? 'inherit' : foreground(theme, 'primary'))};
  overflow-wrap: anywhere;

  & > svg {
    margin-inline-start: 3px;
    width: 10px;
    height: 10px;
  }
`;
