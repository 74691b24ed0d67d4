import type { OfferedSystem } from '../sop/catalogue.ts';
import type { ApiDocument } from './api-document.ts';

/** What a described system offers to SOPs: for the checker, the audit and the completion. */
export function offeredApi({ system, lookUps, actions }: ApiDocument): OfferedSystem {
  return {
    name: system,
    facts: lookUps.flatMap(({ record, fields }) =>
      fields.map(({ name, type }) => ({ record, field: name, type })),
    ),
    actions: actions.map(({ operation, parameters }) => ({
      operation: `${system}.${operation}`,
      parameters: parameters.map(({ name, type, required }) => ({ name, type, required })),
    })),
  };
}
