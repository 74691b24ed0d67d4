import type { ActionKind } from '../domain/decisions/action-kind.ts';

/** Money and what no system keeps from happening twice: colleagues must see at once that it was begun. */
export function isForGood(kind: ActionKind | undefined): boolean {
  return kind !== undefined && (kind.movesMoney || kind.onceBy === 'nothing');
}
