import { sameText } from '../../facts/fold-text.ts';
import type { Sop } from '../../sop/document.ts';
import type { Catalogue } from '../../sop/catalogue.ts';
import { walkDocument } from '../walk-document.ts';

/**
 * The team that a fix can escalate to: the one that this SOP escalates to most often, the first of several. Undefined where it
 * escalates to none, or only to teams that the settings do not declare: nobody may guess one.
 */
export function offeredTeam(sop: Sop, catalogue: Catalogue | undefined): string | undefined {
  const counts = new Map<string, number>();
  for (const { instruction } of walkDocument(sop)) {
    if (instruction.kind !== 'escalate' || !isDeclared(instruction.team, catalogue)) continue;
    counts.set(instruction.team, (counts.get(instruction.team) ?? 0) + 1);
  }
  return [...counts].toSorted(([, left], [, right]) => right - left)[0]?.[0];
}

function isDeclared(team: string, catalogue: Catalogue | undefined): boolean {
  return catalogue?.teams?.some((declared) => sameText(declared, team)) ?? true;
}
