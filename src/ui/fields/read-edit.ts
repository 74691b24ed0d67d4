import type { ParameterKind } from '../../domain/decisions/action-kind.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import { currencyOf, decimalOf } from './draft-of.ts';
import { readDraft } from './read-draft.ts';
import type { DraftReading } from './read-draft.ts';

/** What came of an edit: a value within its limits, or what is wrong with it. `limit` is the bound that was passed. */
export type EditReading =
  | { readonly is: 'value'; readonly value: FactJson }
  | { readonly is: 'problem'; readonly problem: EditProblem; readonly limit: FactJson | undefined };

export type EditProblem = Extract<DraftReading, { is: 'problem' }>['problem'] | 'needed' | 'not-positive' | 'above-proposed' | 'above-possible';

type ReadEditOptions = {
  readonly field: ParameterKind;
  readonly proposed: FactJson | undefined;
  readonly atMost: FactJson | undefined;
  readonly locale: string;
};

/** Reads what somebody typed for a parameter and holds it against the limits that the action kind declares. */
export function readEdit(draft: string, { field, proposed, atMost, locale }: ReadEditOptions): EditReading {
  const reading = readDraft(draft, { type: field.type, locale, currency: currencyOf(proposed, field.type) });
  switch (reading.is) {
    case 'empty':
      return field.required ? problem('needed') : { is: 'value', value: field.type.kind === 'text' ? '' : null };
    case 'problem':
      return problem(reading.problem);
    case 'value':
      return withinLimits(reading.value, { field, proposed, atMost, locale });
  }
}

function withinLimits(value: FactJson, { field, proposed, atMost }: ReadEditOptions): EditReading {
  const { type, limits } = field;
  const number = decimalOf(value, type);
  if (!number) return { is: 'value', value };
  const isAbove = (limit: FactJson | undefined) => {
    const bound = decimalOf(limit, type);
    return bound !== undefined && number.gt(bound);
  };
  if (limits.includes('positive') && number.lte('0')) return problem('not-positive');
  if (isAbove(atMost)) return problem('above-possible', atMost);
  if (limits.includes('at-most-proposed') && isAbove(proposed)) return problem('above-proposed', proposed);
  return { is: 'value', value };
}

function problem(code: EditProblem, limit?: FactJson): EditReading {
  return { is: 'problem', problem: code, limit };
}
