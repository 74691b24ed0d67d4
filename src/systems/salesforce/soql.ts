/** Objects that Signoff asks for, by Salesforce's API names. */
type SalesforceObject =
  'Contact' | 'Account' | 'Opportunity' | 'Case' | 'Task' | 'User' | 'Organization' | 'FieldDefinition';

export type Soql = {
  /** Fields, or fields of a parent, such as `Account.Name`. */
  readonly select: readonly string[];
  readonly from: SalesforceObject;
  readonly where: Readonly<Record<string, string | boolean>>;
  /** Newest first by this field. */
  readonly newestBy?: string;
  readonly limit: number;
};

/** API names of fields: they stand in the query as they are, so nothing else may. */
const fieldName = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)?$/;

/** Whether an SOP may read or set a field of this name. */
export const isFieldName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,79}$/.test(name);

/**
 * The text of a query. Values are quoted and escaped, names are checked: whatever stands in a ticket stays a value.
 * Throws for a field name of another form, which would be a mistake of ours.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm
 */
export function soql({ select, from, where, newestBy, limit }: Soql): string {
  const names = [...select, ...Object.keys(where), ...(newestBy === undefined ? [] : [newestBy])];
  const wrong = names.find((name) => !fieldName.test(name));
  if (wrong !== undefined)
    throw new TypeError(`Cannot ask Salesforce for a field called ${JSON.stringify(wrong)}.`);
  const conditions = Object.entries(where).map(
    ([name, value]) => `${name} = ${typeof value === 'boolean' ? String(value) : quoted(value)}`,
  );
  return [
    `SELECT ${select.join(', ')} FROM ${from}`,
    ...(conditions.length === 0 ? [] : [`WHERE ${conditions.join(' AND ')}`]),
    ...(newestBy === undefined ? [] : [`ORDER BY ${newestBy} DESC`]),
    `LIMIT ${limit}`,
  ].join(' ');
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": String.raw`\'`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

const quoted = (value: string) => `'${value.replaceAll(/[\\'\n\r\t]/g, (sign) => escapes[sign] ?? sign)}'`;
