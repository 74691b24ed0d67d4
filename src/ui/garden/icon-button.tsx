import type { ReactElement, Ref } from 'react';
import { IconButton as GardenIconButton } from '@zendeskgarden/react-buttons';

type IconButtonProps = {
  readonly label: string;
  readonly icon: ReactElement;
  readonly isExpanded?: boolean;
  readonly shortcut?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onClick: () => void;
};

/** A button that shows a sign only; its name is also its tooltip. */
export function IconButton({ label, icon, isExpanded, shortcut, ref, onClick }: IconButtonProps) {
  return (
    <GardenIconButton
      ref={ref}
      size="small"
      aria-label={label}
      title={label}
      aria-expanded={isExpanded}
      aria-keyshortcuts={shortcut}
      onClick={onClick}
    >
      {icon}
    </GardenIconButton>
  );
}
