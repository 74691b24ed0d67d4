import type { CheckedSop } from '../../check/check-sop.ts';
import type { CheckOptions } from '../../check/rule.ts';
import type { Sop } from '../../sop/document.ts';
import type { Audit } from '../audit-result.ts';
import { scoreFindings } from '../score.ts';
import { diminish } from './charge.ts';
import { chargeLooseInstructions } from './loose-instructions.ts';
import { chargeMissingParts } from './missing-parts.ts';
import { chargeNotOffered } from './not-offered.ts';
import { chargeOpenRecords } from './open-records.ts';
import { chargeProblems } from './problem-charges.ts';
import { partsOf } from './sop-parts.ts';
import { visiblePlace } from './visible-place.ts';

/** Scores an SOP that declares facts or actions, from what the checker found and from the document itself. Never throws. */
export function auditCodified(
  { sop, problems }: CheckedSop & { readonly sop: Sop },
  { today, catalogue }: CheckOptions,
): Audit {
  const parts = partsOf(sop);
  const charges = [
    ...chargeProblems(problems, { sop, parts, today }),
    ...chargeLooseInstructions(parts),
    ...chargeMissingParts(sop, parts),
    ...chargeOpenRecords(sop),
    ...chargeNotOffered(sop, parts, catalogue),
  ];
  const placed = charges.map((charge) => ({ ...charge, ...visiblePlace(charge, sop.source) }));
  return scoreFindings('codified', diminish(placed));
}
