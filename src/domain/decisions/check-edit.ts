import { toFactJson } from '../facts/canonical-text.ts';
import type { FactJson } from '../facts/fact-json.ts';
import { readValue } from '../facts/read-value.ts';
import type { Value } from '../facts/value.ts';
import type { Parameters } from '../run/commands.ts';
import type { ActionKind, ParameterKind } from './action-kind.ts';
import { canonicalJson } from './canonical-json.ts';

/** Why a changed value cannot be approved. */
export type EditFault =
  | {
      readonly parameter: string;
      readonly because:
        'unknown-parameter' | 'not-editable' | 'required' | 'misfit' | 'not-positive' | 'other-currency';
    }
  | {
      readonly parameter: string;
      readonly because: 'above-proposed' | 'above-limit';
      readonly limit: FactJson;
    };

export type EditCheck =
  /** In canonical form; `edited` is false where nothing differs from what was proposed. */
  | { readonly is: 'ok'; readonly parameters: Parameters; readonly edited: boolean }
  | { readonly is: 'refused'; readonly faults: readonly EditFault[] };

type Edit = {
  readonly kind: Pick<ActionKind, 'parameters'>;
  readonly proposed: Parameters;
  readonly edited: Parameters;
  /** What the system allows at most, by parameter; see `Preparation`. */
  readonly atMost: Parameters;
};

/**
 * Checks the values that a person wants to approve: of the declared type, within the limits of the action kind and of the
 * system, in the currency that was proposed. Values that nobody changed are checked too, because the system's limits may
 * have moved.
 */
export function checkEdit({ kind, proposed, edited, atMost }: Edit): EditCheck {
  const faults: EditFault[] = [];
  const parameters: Record<string, FactJson> = {};
  for (const parameter of kind.parameters) {
    const { name } = parameter;
    const checked = checkParameter(parameter, {
      proposed: proposed[name],
      edited: edited[name],
      atMost: atMost[name],
    });
    if (checked?.is === 'fault') faults.push(checked.fault);
    if (checked?.is === 'value') parameters[name] = checked.json;
  }
  for (const [name, value] of Object.entries(edited)) {
    if (kind.parameters.some((parameter) => parameter.name === name)) continue;
    if (isSame(value, proposed[name])) parameters[name] = value;
    else faults.push({ parameter: name, because: 'unknown-parameter' });
  }
  if (faults.length > 0) return { is: 'refused', faults };
  return { is: 'ok', parameters, edited: canonicalJson(parameters) !== canonicalJson(proposed) };
}

type Values = {
  readonly proposed: FactJson | undefined;
  readonly edited: FactJson | undefined;
  readonly atMost: FactJson | undefined;
};
type Checked =
  | { readonly is: 'fault'; readonly fault: EditFault }
  | { readonly is: 'value'; readonly json: FactJson }
  | undefined;

function checkParameter(parameter: ParameterKind, { proposed, edited, atMost }: Values): Checked {
  const { name, type, required } = parameter;
  const isChanged = !isSame(edited, proposed);
  if (isChanged && !parameter.editable) return fault({ parameter: name, because: 'not-editable' });
  if (edited === undefined) return required ? fault({ parameter: name, because: 'required' }) : undefined;
  if (edited === null)
    return required ? fault({ parameter: name, because: 'required' }) : { is: 'value', json: null };
  const value = readValue(type, edited);
  const isBounded = parameter.limits.length > 0 || atMost !== undefined;
  if (!value)
    return isChanged || isBounded
      ? fault({ parameter: name, because: 'misfit' })
      : { is: 'value', json: edited };
  if (required && value.kind === 'text' && value.text.trim() === '')
    return fault({ parameter: name, because: 'required' });
  const broken = brokenLimit(parameter, value, { proposed, atMost });
  if (broken) return fault(broken);
  // A value that nobody touched stays exactly as it was proposed.
  return { is: 'value', json: isChanged ? toFactJson(value) : edited };
}

const fault = (of: EditFault): Checked => ({ is: 'fault', fault: of });

function brokenLimit(
  parameter: ParameterKind,
  value: Value,
  { proposed, atMost }: Omit<Values, 'edited'>,
): EditFault | undefined {
  const { name, type, limits } = parameter;
  if (limits.includes('positive') && !isPositive(value)) return { parameter: name, because: 'not-positive' };
  const proposedValue = proposed === undefined ? undefined : readValue(type, proposed);
  if (proposedValue && currencyOf(value) !== currencyOf(proposedValue))
    return { parameter: name, because: 'other-currency' };
  if (limits.includes('at-most-proposed') && proposed !== undefined && !isAtMost(value, proposedValue)) {
    return { parameter: name, because: 'above-proposed', limit: proposed };
  }
  if (atMost !== undefined && !isAtMost(value, readValue(type, atMost))) {
    return { parameter: name, because: 'above-limit', limit: atMost };
  }
  return undefined;
}

function isSame(left: FactJson | undefined, right: FactJson | undefined): boolean {
  return canonicalJson(left ?? null) === canonicalJson(right ?? null);
}

const currencyOf = (value: Value): string | undefined =>
  value.kind === 'money' ? value.currency : undefined;

function quantityOf(value: Value | undefined) {
  switch (value?.kind) {
    case 'number':
      return value.number;
    case 'money':
      return value.amount;
    case 'duration':
      return value.seconds;
    default:
      return undefined;
  }
}

function isPositive(value: Value): boolean {
  return quantityOf(value)?.gt('0') === true;
}

/** A limit that cannot be compared with is not kept: unknown is never yes. */
function isAtMost(value: Value, limit: Value | undefined): boolean {
  const bound = quantityOf(limit);
  if (!limit || !bound || currencyOf(value) !== currencyOf(limit)) return false;
  return quantityOf(value)?.lte(bound) === true;
}
