import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../src/domain/compare/compare-versions.ts';
import type { Change, ChangeKind } from '../../../src/domain/compare/difference.ts';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import type { Sop } from '../../../src/domain/sop/document.ts';
import { boxHolds } from './box-holds.ts';
import { editText, generatedSop } from './generated-sop.ts';
import { simulatedEffects, type World } from './simulated-effects.ts';

const today = '2026-11-20';

/** Every answer that the conditions of a generated SOP can tell apart. */
const worlds: readonly World[] = [null, -5, 0, 20, 50, 55, 60, 80, 100, 150, 200, 250].flatMap((value) =>
  [null, 0, 1, 2, 3].flatMap((chargebacks) =>
    [null, 'in transit', 'lost'].flatMap((status) =>
      [null, true, false].map((threat) => ({
        'order value': value === null ? null : `USD ${String(value)}`,
        chargebacks,
        'carrier status': status,
        'legal threat': threat,
      })),
    ),
  ),
);

const consequences: readonly ChangeKind[] = ['action', 'gate', 'escalation', 'outcome', 'reply', 'step'];

/** What is told of runs, and not of the header. */
const isConsequence = ({ kind, sentence }: Change): boolean =>
  consequences.includes(kind) && !sentence.startsWith('The lock of');

function runnable(text: string): Sop | undefined {
  const { sop, problems } = parseSop(text);
  return problems.some(({ level }) => level === 'error') ? undefined : sop;
}

const edited = fc
  .record({ text: generatedSop, edit: fc.nat(100), place: fc.nat(100), by: fc.nat(100) })
  .map(({ text, ...how }) => ({ before: text, after: editText(text, how) }))
  .filter(({ before, after }) => before !== after);

describe('the difference of what happens', () => {
  it('is told for exactly those cases in which runs of the two versions do something else', () => {
    fc.assert(
      fc.property(edited, ({ before, after }) => {
        const [old, current] = [runnable(before), runnable(after)];
        fc.pre(old !== undefined && current !== undefined);
        const told = compareVersions(old, current, { today }).changes.filter(isConsequence);
        const different = worlds.filter(
          (world) => simulatedEffects(old, world).join() !== simulatedEffects(current, world).join(),
        );
        expect(told.length > 0).toBe(different.length > 0);
        const isTold = (world: World): boolean =>
          told.some(({ cases }) => cases.length === 0 || cases.some(({ box }) => boxHolds(box, world)));
        expect(different.filter((world) => !isTold(world))).toEqual([]);
        const isEmpty = ({ cases }: Change): boolean =>
          cases.length > 0 && !different.some((world) => cases.some(({ box }) => boxHolds(box, world)));
        expect(told.filter(isEmpty).map(({ sentence }) => sentence)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
