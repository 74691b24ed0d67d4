import { decimalText, type Decimal } from '../facts/decimal.ts';
import type { WaitCommand } from './commands.ts';
import { ask, commandAt, countUp, next, numbered, type Flow, type Place, type Walk } from './walk.ts';

type TimedWait = {
  readonly name: string;
  readonly seconds: Decimal;
  readonly because: WaitCommand['because'];
};

/** Waits a time that the shell measures; once it is over, the next wait of this name is another one. */
export function waitForTime(walk: Walk, place: Place, { name, seconds, because }: TimedWait): Flow {
  const id = numbered(walk, name);
  walk.log.find(id, 'held');
  if (walk.log.find(id, 'hold-ended')) {
    countUp(walk, name);
    return next;
  }
  return ask(walk, {
    ...commandAt(walk, place, id),
    kind: 'wait',
    until: { is: 'time', seconds: decimalText(seconds) },
    because,
  });
}
