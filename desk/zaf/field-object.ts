import type { Account, TicketField } from './account.ts';
import { SurfaceError } from './surface-error.ts';

type FieldObject = Readonly<Record<string, unknown>> & { readonly name: string };

/** `ticketFields` of the app framework: system fields by their names, custom ones as `custom_field_<id>`. */
export function fieldObjects(account: Account): readonly FieldObject[] {
  return [
    ...SYSTEM_FIELDS.map(([name, label]) => fieldObject({ name, label, type: name, options: [] })),
    ...customFields(account),
  ];
}

/** @throws SurfaceError for a field that is not there */
export function fieldNamed(name: string, account: Account): FieldObject {
  const field = fieldObjects(account).find((candidate) => candidate.name === name);
  if (field === undefined) throw new SurfaceError('No such Api');
  return field;
}

const SYSTEM_FIELDS = [
  ['subject', 'Subject'],
  ['description', 'Description'],
  ['status', 'Status'],
  ['type', 'Type'],
  ['priority', 'Priority'],
  ['group', 'Group'],
  ['assignee', 'Assignee'],
  ['tags', 'Tags'],
  ['brand', 'Brand'],
] as const;

const customFields = ({ fields }: Account): FieldObject[] =>
  fields.map(({ id, title, type, options }) =>
    fieldObject({ name: `custom_field_${id}`, label: title, type, options }),
  );

type Description = {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly options: TicketField['options'];
};

function fieldObject({ name, label, type, options }: Description): FieldObject {
  const optionValues = options.map((option) => ({ ...option, isEnabled: true }));
  return {
    name,
    label,
    type,
    isEnabled: true,
    isVisible: true,
    isRequired: false,
    hasOptions: options.length > 0,
    optionValues,
  };
}
