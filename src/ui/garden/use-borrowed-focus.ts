import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** A ref whose element takes the focus when it appears; when it goes, whatever had the focus before gets it back. */
export function useBorrowedFocus<Focusable extends HTMLElement>(): RefObject<Focusable | null> {
  const ref = useRef<Focusable>(null);
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return ref;
}
