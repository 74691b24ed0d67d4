import type { Catalogue } from '../../sop/catalogue.ts';
import type { Sop } from '../../sop/document.ts';
import { actionsNotOffered } from './actions-not-offered.ts';
import type { Charge } from './charge.ts';
import { fieldsNotOffered } from './fields-not-offered.ts';
import type { OfferedSystems } from './offered.ts';
import type { SopParts } from './sop-parts.ts';

/** It cannot run as it is written: as dear as an error. */
const costOfNotOffered = 1.2;

/**
 * Fields, records and actions that the connected systems do not offer, or no longer do. Nothing is said of a system that the
 * catalogue does not know, and of custom fields only where somebody has looked them up.
 */
export function chargeNotOffered(
  sop: Sop,
  parts: SopParts,
  catalogue: Catalogue | undefined,
): readonly Charge[] {
  const offered: OfferedSystems = new Map(catalogue?.systems.map((system) => [system.name, system]));
  return [...fieldsNotOffered(sop, parts, offered), ...actionsNotOffered(sop, offered)].map(
    ({ from, to, message }) => ({
      from,
      to,
      message,
      dimension: 'currency',
      cost: costOfNotOffered,
      group: 'not-offered',
    }),
  );
}
