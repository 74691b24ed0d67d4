import type { KeyboardEvent, ReactNode } from 'react';
import { Stack } from '../../garden/stack.tsx';

type PanelProps = { readonly labelledBy: string; readonly onClose: () => void; readonly children: ReactNode };

/** A part of the page that opens at its end; Escape closes it. */
export function Panel({ labelledBy, onClose, children }: PanelProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <section aria-labelledby={labelledBy} onKeyDown={onKeyDown}>
      <Stack gap="xs">{children}</Stack>
    </section>
  );
}
