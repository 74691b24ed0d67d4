import type { Ref } from 'react';
import { styled } from 'styled-components';
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
  readonly describedBy?: string | undefined;
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
  ...rest
}: ButtonProps) {
  return (
    <StyledButton
      type={type}
      ref={rest.ref}
      size="small"
      isPrimary={look === 'primary'}
      isDanger={look === 'danger'}
      isBasic={look === 'basic'}
      isLink={look === 'link'}
      aria-label={name}
      aria-disabled={isDisabled || undefined}
      aria-expanded={rest.isExpanded}
      aria-describedby={rest.describedBy}
      aria-keyshortcuts={rest.shortcut?.keys}
      onClick={isDisabled ? undefined : rest.onClick}
    >
      {children}
      {rest.shortcut ? <KeyHint>{rest.shortcut.label}</KeyHint> : null}
    </StyledButton>
  );
}

/** Three of them stand side by side in 264 pixels. */
const StyledButton = styled(GardenButton)`
  && {
    padding-inline: ${({ isLink }) => (isLink ? 0 : '8px')};
    ${({ isLink }) => (isLink ? { fontSize: 12, lineHeight: '20px', minHeight: 24 } : undefined)}
  }
`;
