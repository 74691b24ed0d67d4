import { askForTick, commandAt, next, traceLine, type Flow, type Place, type Walk } from './walk.ts';

/** A bullet that only a person can do: it waits for its tick and lets the rep see what follows. */
export function runManual(walk: Walk, place: Place, text: string): Flow {
  if (walk.log.find(place.id, 'manual-step-done')) {
    traceLine(walk, place, 'done');
    return next;
  }
  askForTick(walk, { ...commandAt(walk, place, place.id), kind: 'manual', text });
  traceLine(walk, place, 'waiting');
  return next;
}
