import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { SidebarCommand } from '../../../app/sidebar-command.ts';
import type { CommandId } from '../../../domain/run/events.ts';
import { useSend } from '../../store.tsx';

type FollowDecisionOptions = {
  readonly current: CommandId | undefined;
  readonly currentCard: RefObject<HTMLElement | null>;
  /** Where the focus rests while nothing waits for the rep. */
  readonly restingPlace: RefObject<HTMLElement | null>;
};

/**
 * Sends decisions and moves the focus along: a decision takes its own buttons away, and a focus that falls back to the page
 * loses the reader's place. It never moves away from where somebody types.
 */
export function useFollowDecision({
  current,
  currentCard,
  restingPlace,
}: FollowDecisionOptions): (command: SidebarCommand) => void {
  const send = useSend();
  const hasDecided = useRef(false);
  const before = useRef(current);
  useEffect(() => {
    if (before.current === current) return;
    before.current = current;
    if (!hasDecided.current || isTyping()) return;
    const next = currentCard.current;
    (next ?? restingPlace.current)?.focus();
    if (next) hasDecided.current = false;
  }, [current, currentCard, restingPlace]);
  return (command) => {
    hasDecided.current = true;
    send(command);
  };
}

function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea, select') === true;
}
