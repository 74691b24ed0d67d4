import type { Ref } from 'react';
import { styled } from 'styled-components';
import { getColor } from '@zendeskgarden/react-theming';
import { Button as GardenButton } from '@zendeskgarden/react-buttons';
import { KeyHint } from './key-hint.tsx';

type ButtonProps = {
  /** What is written on it. */
  readonly children: string;
  /** Its full name for those who cannot see what it stands beside; starts with the visible text. */
  readonly name?: string | undefined;
  readonly look?: 'primary' | 'default' | 'danger' | 'basic' | 'link';
  readonly type?: 'button' | 'submit';
  readonly isDisabled?: boolean;
  /** The key that does the same, shown on the button; `keys` as `aria-keyshortcuts` has them, undefined while they do nothing yet. */
  readonly shortcut?: { readonly label: string; readonly keys: string | undefined } | undefined;
  readonly isExpanded?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onClick?: () => void;
};

/** A button that keeps its focus while it is off: `aria-disabled`, so that the reason can still be read. */
export function Button({
  children,
  name,
  look = 'default',
  type = 'button',
  isDisabled = false,
  shortcut,
  isExpanded,
  ref,
  onClick,
}: ButtonProps) {
  return (
    <StyledButton
      type={type}
      ref={ref}
      size="small"
      isPrimary={look === 'primary'}
      isDanger={look === 'danger'}
      isBasic={look === 'basic'}
      isLink={look === 'link'}
      aria-label={name}
      aria-disabled={isDisabled || undefined}
      aria-expanded={isExpanded}
      aria-keyshortcuts={shortcut?.keys}
      onClick={isDisabled ? undefined : onClick}
    >
      {children}
      {shortcut ? <KeyHint>{shortcut.label}</KeyHint> : null}
    </StyledButton>
  );
}

/** Three of them stand side by side in 264 pixels. Garden greys `disabled` buttons only; ours stay focusable and look the same. */
const StyledButton = styled(GardenButton)`
  && {
    padding-inline: ${({ isLink }) => (isLink ? 0 : '8px')};
    ${({ isLink }) => (isLink ? { fontSize: 12, lineHeight: '20px', minHeight: 24 } : undefined)}
  }

  &&[aria-disabled='true'] {
    border-color: transparent;
    background: ${({ theme }) => getColor({ theme, variable: 'background.disabled' })};
    cursor: default;
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.disabled' })};
  }
`;
