import type { IsoDate } from '../facts/value.ts';
import type { Sop } from '../sop/document.ts';
import { compareHappenings } from './compare-happenings.ts';
import { compareParts } from './compare-parts.ts';
import { changeKinds, type Change, type Difference } from './difference.ts';
import { lineDifference } from './line-difference.ts';
import { pairVersions } from './same-parts.ts';
import { tellActions } from './tell-actions.ts';
import { tellHeader } from './tell-header.ts';
import { tellInputs } from './tell-inputs.ts';
import { tellNotes } from './tell-notes.ts';
import { tellReplies } from './tell-replies.ts';
import { tellUntold } from './tell-untold.ts';

/**
 * The difference between two versions of an SOP in words, computed from the cases in which things happen, not from lines; and the
 * lines. `today` is the day from which `days since …` counts. Where there are too many combinations, parts are compared alone, and
 * what cannot be computed is said. Never throws.
 */
export function compareVersions(before: Sop, after: Sop, { today }: { readonly today: IsoDate }): Difference {
  const lines = lineDifference(before.source, after.source);
  if (before.source === after.source) return { changes: [], lines };
  const versions = pairVersions(before, after);
  const whole = compareHappenings(versions, today);
  const { changes, isComputed } = whole
    ? { changes: whole, isComputed: () => true }
    : compareParts(versions, today);
  const declared = [
    ...tellActions(versions, today),
    ...tellReplies(versions),
    ...tellHeader(versions, today),
    ...tellInputs(versions),
  ];
  const told = [...changes, ...declared];
  const untold = tellUntold(versions, told, isComputed);
  const notes = tellNotes(versions, [...told, ...untold], lines);
  return { changes: [...told, ...untold, ...notes].toSorted(byImportance), lines };
}

/** What concerns known facts comes before what concerns missing ones. */
function byImportance(a: Change, b: Change): number {
  return (
    changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) ||
    Number(isAboutMissing(a)) - Number(isAboutMissing(b))
  );
}

function isAboutMissing({ cases }: Change): boolean {
  return (
    cases.length > 0 &&
    cases.every(({ box }) => box.sides.some(({ cells }) => cells.every(({ is }) => is === 'unknown')))
  );
}
