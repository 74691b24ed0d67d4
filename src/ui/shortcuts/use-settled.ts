import { useEffect, useState } from 'react';

/** Long enough to see that something else stands there now, too short to notice when it does not. */
const settlingTime = 300;

/**
 * True once what `content` says has stood on the screen for a moment. A key that was meant for the card before does not decide
 * the one that has just taken its place.
 */
export function useSettled(content: string): boolean {
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(content), settlingTime);
    return () => clearTimeout(timer);
  }, [content]);
  return settled === content;
}
