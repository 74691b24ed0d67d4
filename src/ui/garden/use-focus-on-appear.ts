import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** A ref whose element takes the focus when it appears, and is left alone after that. */
export function useFocusOnAppear<Focusable extends HTMLElement>(
  isWanted = true,
): RefObject<Focusable | null> {
  const ref = useRef<Focusable>(null);
  const wanted = useRef(isWanted);
  useEffect(() => {
    if (wanted.current) ref.current?.focus();
  }, []);
  return ref;
}
