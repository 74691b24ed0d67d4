import type { SalesforceValue } from './seed.ts';

export type ReadSoql = {
  readonly select: readonly string[];
  readonly from: string;
  readonly where: readonly { readonly field: string; readonly value: SalesforceValue }[];
  readonly newestBy: string | undefined;
  readonly limit: number;
};

const whole =
  /^SELECT (?<select>[\w., ]+) FROM (?<from>\w+)(?: WHERE (?<where>.+?))?(?: ORDER BY (?<newestBy>\w+) DESC)? LIMIT (?<limit>\d+)$/s;
const condition = /^(?<field>[\w.]+) = (?:'(?<text>(?:[^'\\]|\\.)*)'|(?<flag>true|false))(?: AND |$)/s;

/** Reads the few forms of SOQL that are used; undefined for anything else, which Salesforce calls malformed. */
export function readSoql(text: string): ReadSoql | undefined {
  const parts = whole.exec(text)?.groups;
  const where = readWhere(parts?.['where'] ?? '');
  if (parts === undefined || where === undefined) return undefined;
  return {
    select: (parts['select'] ?? '').split(', '),
    from: parts['from'] ?? '',
    where,
    newestBy: parts['newestBy'],
    limit: Number(parts['limit']),
  };
}

function readWhere(text: string): ReadSoql['where'] | undefined {
  const conditions: { field: string; value: SalesforceValue }[] = [];
  let rest = text;
  while (rest !== '') {
    const found = condition.exec(rest);
    if (found?.groups === undefined) return undefined;
    const { field = '', text: quoted, flag } = found.groups;
    conditions.push({ field, value: quoted === undefined ? flag === 'true' : unescaped(quoted) });
    rest = rest.slice(found[0].length);
  }
  return conditions;
}

const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const unescaped = (text: string) => text.replaceAll(/\\(.)/gs, (_, sign: string) => signs[sign] ?? sign);
