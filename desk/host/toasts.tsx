import { useCallback, useRef, useState } from 'react';

/** A notice at the edge of the workspace. `milliseconds` undefined: it stays until it is closed. */
export type Toast = {
  readonly text: string;
  readonly kind: 'notice' | 'alert' | 'error';
  readonly milliseconds?: number | undefined;
};

type Shown = Toast & { readonly id: number };

/** Shows what happened in the workspace, also what apps say with `notify`. */
export function useToasts(): {
  toasts: readonly Shown[];
  show: (toast: Toast) => void;
  close: (id: number) => void;
} {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const last = useRef(0);
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback(
    (toast: Toast) => {
      last.current += 1;
      const id = last.current;
      setToasts((all) => [...all, { ...toast, id }]);
      if (toast.milliseconds !== undefined) setTimeout(() => close(id), toast.milliseconds);
    },
    [close],
  );
  return { toasts, show, close };
}

export function Toasts({
  toasts,
  onClose,
}: {
  readonly toasts: readonly Shown[];
  readonly onClose: (id: number) => void;
}) {
  return (
    <section className="toasts" aria-label="Notices" aria-live="polite">
      {toasts.map(({ id, text, kind }) => (
        <div key={id} className={`toast toast-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
          <span>{text}</span>
          <button type="button" className="quiet" aria-label="Close notice" onClick={() => onClose(id)}>
            <CloseIcon />
          </button>
        </div>
      ))}
    </section>
  );
}

function CloseIcon() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
