import type { UndoValue } from '../../domain/custom-api/api-document.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import type { ActionTools } from './prepare-api-action.ts';

/** What would take back what was just done, with the values of this moment. Nothing where one of them is not known. */
export function undoOf(
  { api, action }: ActionTools,
  { approval }: VerifiedApproval,
  reference: string | undefined,
): Pick<Extract<ExecutionResult, { is: 'succeeded' }>, 'undo'> {
  const { undo } = action;
  if (undo === undefined) return {};
  const record = action.on?.lookUp.record ?? '';
  const valueOf = (value: UndoValue): FactJson | undefined => {
    switch (value.is) {
      case 'parameter':
        return approval.parameters[value.name];
      case 'id':
        return approval.target.ids[record];
      case 'reference':
        return reference;
      case 'text':
        return value.text;
    }
  };
  const parameters = undo.parameters.map(({ name, value }) => [name, valueOf(value)] as const);
  const known = parameters.filter((entry): entry is readonly [string, FactJson] => entry[1] !== undefined);
  if (known.length < parameters.length) return {};
  return { undo: { operation: `${api.system}.${undo.operation}`, parameters: Object.fromEntries(known) } };
}
