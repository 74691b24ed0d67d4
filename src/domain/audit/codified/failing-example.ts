import { foldName } from '../../facts/fact-name.ts';
import { leadsTo } from '../../examples/leads-to.ts';
import type { FactName, IsoDate } from '../../facts/value.ts';
import { runExample } from '../../run/run-example.ts';
import type { Sop } from '../../sop/document.ts';
import type { Example, Expectation } from '../../sop/example.ts';
import type { AuditDimension } from '../audit-result.ts';
import { dimensionOfManualStep } from './manual-step-charge.ts';
import type { SopParts } from './sop-parts.ts';

type Failing = {
  readonly sop: Sop;
  readonly parts: SopParts;
  readonly today: IsoDate;
  /** Facts of the header that nothing asks for. */
  readonly unused: ReadonlySet<FactName>;
};

/**
 * In which dimension an example counts that fails: where the cause lies. A row about a missing fact, a failure that nothing handles or a
 * fact that nothing asks for shows a path that is not written down, and so does one that expects what no instruction does. A
 * row whose way leads over a step by hand counts with that step. Any other was right once, and its SOP has moved on.
 */
export function dimensionOfFailing(example: Example, failing: Failing): AuditDimension {
  if (showsMissingPath(example, failing)) return 'completeness';
  const { commands } = runExample(failing.sop, example, failing.today);
  const byHand = commands.find(({ kind }) => kind === 'manual');
  if (byHand?.kind === 'manual') return dimensionOfManualStep(byHand.text);
  return example.expect.every((expected) => canHappen(expected, failing.parts)) ? 'currency' : 'completeness';
}

function showsMissingPath({ fails, facts }: Example, { unused, parts, sop }: Failing): boolean {
  if ([...facts.keys()].some((fact) => unused.has(fact))) return true;
  // Where something fails, the cells that say unknown only repeat it.
  if (fails.length === 0) return [...facts.values()].includes(null);
  return !fails.every((name) => isHandled(name, { parts, sop }));
}

function isHandled(name: string, { parts, sop }: Pick<Failing, 'parts' | 'sop'>): boolean {
  const system = sop.actions.find((action) => isSame(action.name, name))?.system;
  return parts.handlers.some((handler) => {
    if (handler.kind !== 'on-failure') return false;
    const handled = 'system' in handler.of ? handler.of.system : handler.of.action;
    return isSame(handled, name) || handled === system;
  });
}

/** Whether any instruction does what a row expects. */
function canHappen(expected: Expectation, { instructions }: SopParts): boolean {
  return instructions.some((instruction) => leadsTo(instruction, expected));
}

const isSame = (a: string, b: string): boolean => foldName(a) === foldName(b);
