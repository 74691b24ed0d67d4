import type { ActionKind } from '../domain/decisions/action-kind.ts';
import type { ProposalCommand } from '../domain/run/commands.ts';
import type { RunContext } from './run-context.ts';

/**
 * What is declared about the action of a proposal; undefined where no system offers it. An undo takes back exactly what was done, so
 * none of its values can be changed, and a value that was empty before may be empty again.
 */
export function kindOf(
  { operation, added }: Pick<ProposalCommand, 'operation' | 'added'>,
  { ports }: Pick<RunContext, 'ports'>,
): ActionKind | undefined {
  const kind = ports.actions.kind(operation);
  if (!kind || added?.because !== 'undo') return kind;
  return {
    ...kind,
    parameters: kind.parameters.map((of) => ({ ...of, required: false, editable: false, limits: [] })),
  };
}
