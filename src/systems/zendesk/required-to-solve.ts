import type { TicketFieldRule, TicketForm } from './account-lists.ts';

export type Requirement = {
  readonly fields: readonly TicketFieldRule[];
  /** Undefined where the account has no forms: then every field is on the ticket. */
  readonly form: TicketForm | undefined;
  /** The custom status that solves the ticket, where one is set. */
  readonly status: number | undefined;
  /** What each field holds, by its id. */
  readonly values: ReadonlyMap<number, unknown>;
};

/**
 * The fields that agents must fill in before a ticket is solved, and that are empty. A field that a condition of the form brings up counts
 * only while the condition holds, and is required as the condition says.
 * Source: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_forms/#json-format
 */
export function requiredToSolve(requirement: Requirement): readonly TicketFieldRule[] {
  const { fields, form, values } = requirement;
  const onForm = form?.ticket_field_ids ?? undefined;
  return fields.filter(
    (field) =>
      field.active !== false &&
      (onForm === undefined || onForm.includes(field.id)) &&
      isRequired(requirement, field) &&
      isEmpty(values.get(field.id)),
  );
}

type Condition = NonNullable<TicketForm['agent_conditions']>[number];

function isRequired(requirement: Requirement, field: TicketFieldRule): boolean {
  const conditions = conditionsOn(requirement, field.id);
  if (conditions.length === 0) return field.required === true;
  return conditions
    .filter((condition) => holds(requirement, condition, new Set([field.id])))
    .some((condition) => isDemanded(requirement, condition, field));
}

const conditionsOn = ({ form }: Requirement, fieldId: number): readonly Condition[] =>
  (form?.agent_conditions ?? []).filter(({ child_fields: children }) =>
    children.some(({ id }) => id === fieldId),
  );

/** Whether a condition's field has its value, and is itself on the screen. */
function holds(requirement: Requirement, condition: Condition, seen: ReadonlySet<number>): boolean {
  const { parent_field_id: parent, value } = condition;
  if (seen.has(parent)) return false;
  const found = requirement.values.get(parent);
  const isMet = Array.isArray(found)
    ? found.map(String).includes(plain(value))
    : plain(found) === plain(value);
  if (!isMet) return false;
  const above = conditionsOn(requirement, parent);
  const further = new Set([...seen, parent]);
  return above.length === 0 || above.some((outer) => holds(requirement, outer, further));
}

function isDemanded(
  { status }: Requirement,
  { child_fields: children }: Condition,
  field: TicketFieldRule,
): boolean {
  const child = children.find(({ id }) => id === field.id);
  const on = child?.required_on_statuses;
  if (on?.type === 'ALL_STATUSES') return true;
  if (on?.type === 'NO_STATUSES') return false;
  if (on?.type === 'SOME_STATUSES')
    return (
      on.statuses?.includes('solved') === true ||
      (status !== undefined && on.custom_statuses?.includes(status) === true)
    );
  return child?.is_required === true || field.required === true;
}

/** An unticked checkbox is empty too: Zendesk wants it ticked. */
const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
