import type { ParameterKind } from '../../domain/decisions/action-kind.ts';
import { checkEdit } from '../../domain/decisions/check-edit.ts';
import type { EditFault } from '../../domain/decisions/check-edit.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { Parameters } from '../../domain/run/commands.ts';
import { currencyOf } from './draft-of.ts';
import { readDraft } from './read-draft.ts';
import type { DraftProblem } from './read-draft.ts';

/** What is wrong with what somebody typed for a parameter. `limit` is the bound that was passed. */
export type FieldProblem = {
  readonly because: DraftProblem | EditFault['because'];
  readonly limit?: FactJson;
};

export type EditReading =
  | { readonly is: 'ok'; readonly parameters: Parameters; readonly edited: boolean }
  | { readonly is: 'refused'; readonly problems: ReadonlyMap<string, FieldProblem> };

type ReadEditOptions = {
  readonly fields: readonly ParameterKind[];
  readonly proposed: Parameters;
  /** Upper bounds of the system. */
  readonly atMost: Parameters;
  readonly locale: string;
};

/** Reads what somebody typed, by parameter, and holds it against the limits of the action kind and of the system. */
export function readEdit(
  drafts: Readonly<Record<string, string>>,
  { fields, proposed, atMost, locale }: ReadEditOptions,
): EditReading {
  const problems = new Map<string, FieldProblem>();
  const typed: Record<string, FactJson> = {};
  for (const { name, type, editable } of fields) {
    if (!editable) continue;
    const reading = readDraft(drafts[name] ?? '', {
      type,
      locale,
      currency: currencyOf(proposed[name], type),
    });
    if (reading.is === 'problem') problems.set(name, { because: reading.problem });
    else typed[name] = reading.is === 'value' ? reading.value : emptyLike(proposed[name]);
  }
  const checked = checkEdit({
    kind: { parameters: fields },
    proposed,
    edited: { ...proposed, ...typed },
    atMost,
  });
  if (checked.is === 'refused')
    for (const fault of checked.faults)
      if (!problems.has(fault.parameter)) problems.set(fault.parameter, fault);
  return checked.is === 'ok' && problems.size === 0 ? checked : { is: 'refused', problems };
}

/** A field that was emptied is an empty text where a text was, and nothing where another value was. */
function emptyLike(proposed: FactJson | undefined): FactJson {
  return typeof proposed === 'string' && proposed === '' ? '' : null;
}
