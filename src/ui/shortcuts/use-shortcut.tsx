import { createContext, useContext, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { readShortcutsOn, writeShortcutsOn } from './stored-preference.ts';

type Shortcuts = { readonly isOn: boolean; readonly setOn: (isOn: boolean) => void };

const ShortcutsContext = createContext<Shortcuts>({ isOn: false, setOn: () => undefined });

/** Lets single keys do things, until the person switches them off. Source: WCAG 2.2, 2.1.4 Character Key Shortcuts. */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const [isOn, setIsOn] = useState(readShortcutsOn);
  const shortcuts = useMemo(() => {
    const setOn = (on: boolean) => {
      writeShortcutsOn(on);
      setIsOn(on);
    };
    return { isOn, setOn };
  }, [isOn]);
  return <ShortcutsContext value={shortcuts}>{children}</ShortcutsContext>;
}

/** Whether single keys do things. */
export function useShortcuts(): Shortcuts {
  return useContext(ShortcutsContext);
}

/**
 * Does something when a key such as `a` or `A` is pressed, unless the focus is in a field, a modifier is held, or the key is held
 * down: one press is one decision. Undefined `action`: the key does nothing now.
 */
export function useShortcut(key: string, action: (() => void) | undefined): void {
  const { isOn } = useShortcuts();
  const isActive = isOn && action !== undefined;
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || !mayAct(event)) return;
    event.preventDefault();
    action?.();
  });
  useEffect(() => {
    if (!isActive) return undefined;
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [isActive]);
}

function mayAct(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return !isField(event.target);
}

/** Where a key is text, or chooses among things. */
function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="menu"]') !== null
  );
}
