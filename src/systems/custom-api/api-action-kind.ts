import type { ApiAction, ApiDocument, ApiParameter } from '../../domain/custom-api/api-document.ts';
import type { ActionKind, ParameterKind } from '../../domain/decisions/action-kind.ts';

/** A described action as every other kind of action declares itself. */
export function apiActionKind({ system }: Pick<ApiDocument, 'system'>, action: ApiAction): ActionKind {
  return {
    operation: `${system}.${action.operation}`,
    system,
    title: action.title,
    parameters: action.parameters.map(parameterKind),
    risk: action.risk,
    movesMoney: action.movesMoney,
    onceBy: action.keyHeader === undefined ? 'nothing' : 'provider-key',
    undo: action.undo && `${system}.${action.undo.operation}`,
    preview: shownFields(action).map(({ name }) => name),
    confirmedBy: action.check.length > 0 ? 'read-back' : 'answer',
    reconciledBy: action.find.is,
  };
}

/** Fields of the record that a person sees before approving. */
export function shownFields({ on, mustNotChange }: ApiAction): ApiAction['mustNotChange'] {
  const shown = on?.lookUp.fields.filter(({ name }) => on.lookUp.show.includes(name)) ?? [];
  return [...new Set([...mustNotChange, ...shown])];
}

function parameterKind(parameter: ApiParameter): ParameterKind {
  const { name, type, required, editable, isLong, isPositive, mayRise, label } = parameter;
  const isAmount = type.kind === 'money' || type.kind === 'number' || type.kind === 'count';
  return {
    name,
    type,
    required,
    editable,
    limits: [
      ...(isPositive ? (['positive'] as const) : []),
      ...(isAmount && !mayRise ? (['at-most-proposed'] as const) : []),
    ],
    ...(isLong ? { long: true } : {}),
    ...(label === undefined ? {} : { label }),
  };
}
