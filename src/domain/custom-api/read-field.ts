import { parseFactType } from '../facts/fact-type.ts';
import { didYouMean, quoted } from '../facts/found-problem.ts';
import type { FactType } from '../facts/value.ts';
import { meantType } from '../sop/header/meant-type.ts';
import type { YamlEntry } from '../sop/header/read-yaml.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import type { ApiField, JsonPath, TimeUnit } from './api-document.ts';
import { writeInstead, type Findings } from './api-problem.ts';
import { currencyDecimals } from '../facts/currency-decimals.ts';
import { readJsonPath } from './read-json-path.ts';
import { textOf } from './section.ts';

const form =
  /^(?<type>.+?)\s+from\s+(?<path>\S+?)(?:\s+in\s+(?<unit>minor units|seconds|minutes|hours|days)(?=\s|,|$))?(?:\s+(?:in|of)\s+(?<currency>[^\s,]+))?(?<optional>,\s*optional)?$/d;
const example = 'status: one of (waiting, sent) from status';

/** Reads a field: `fee: money EUR from fee.amount`, `sent: date from sent_at, optional`. */
export function readField(entry: YamlEntry, findings: Findings): ApiField | undefined {
  const name = entry.key.text.trim();
  if (!/^[a-z]\w*$/i.test(name)) {
    const message = `${quoted(name)} cannot be a field: SOPs name fields with letters, digits and “_”.`;
    findings.error(entry.key.span, { id: 'api-name', message, values: { name } });
  }
  const text = textOf(entry);
  const found = text && form.exec(text.text);
  if (!text || !found?.groups) {
    const message = `It is not said where ${quoted(name)} stands in the answer. Write “${example}”.`;
    findings.error(text?.span ?? entry.key.span, { id: 'api-value', message, values: { name } });
    return undefined;
  }
  const part = (group: string): PlacedText | undefined => {
    const range = found.indices?.groups?.[group];
    return range && text.slice(...range);
  };
  const type = readType(part('type') ?? text, findings);
  const from = readJsonPath(part('path') ?? text, findings);
  const currency = part('currency');
  const currencyFrom = currency && readJsonPath(currency, findings);
  if (type === undefined || from === undefined) return undefined;
  const field = fieldOf({ name, type, from, unit: found.groups['unit'], currencyFrom });
  const because = unitProblem(field, found.groups['unit']);
  if (because === undefined) return { ...field, isOptional: found.groups['optional'] !== undefined };
  findings.error(text.span, { id: 'api-type', message: `${quoted(text.text)}: ${because}` });
  return undefined;
}

type Parts = {
  readonly name: string;
  readonly type: FactType;
  readonly from: JsonPath;
  readonly unit: string | undefined;
  readonly currencyFrom: JsonPath | undefined;
};

function fieldOf({ unit, ...field }: Parts): Omit<ApiField, 'isOptional'> {
  const timeUnit = timeUnits.find((one) => one === unit);
  return { ...field, isMinorUnits: unit === 'minor units', timeUnit };
}

const timeUnits = ['seconds', 'minutes', 'hours', 'days'] as const satisfies readonly TimeUnit[];

/** An amount whose currency or unit is open is no amount. */
function unitProblem(field: Omit<ApiField, 'isOptional'>, unit: string | undefined): string | undefined {
  const { type, currencyFrom, isMinorUnits, timeUnit } = field;
  if (type.kind !== 'money' && (isMinorUnits || currencyFrom !== undefined))
    return 'only money has a currency and minor units.';
  if (type.kind !== 'duration' && timeUnit !== undefined)
    return `only a duration is counted in ${unit ?? ''}.`;
  if (type.kind === 'money' && type.currency === undefined && currencyFrom === undefined)
    return 'say the currency, “money EUR from …”, or where it stands, “money from fee.amount in fee.currency”.';
  const isOpen = type.kind === 'money' && type.currency !== undefined && isMinorUnits;
  return isOpen && currencyDecimals(type.currency ?? '') === undefined
    ? `it is not known how many minor units ${type.currency ?? ''} has.`
    : undefined;
}

/** Reads a type of the SOP language. */
export function readType(text: PlacedText, findings: Findings): FactType | undefined {
  const type = parseFactType(text.text);
  if (type !== undefined) return type;
  const meant = meantType(text.text);
  const types =
    ' The types are text, number, count, money EUR, yes/no, date, duration, list, one of (a, b, c).';
  findings.error(text.span, {
    id: 'api-type',
    message: `${quoted(text.text)} is no type.${meant === undefined ? types : didYouMean(meant)}`,
    values: { type: text.text.slice(0, 100) },
    ...(meant === undefined ? {} : { fixes: [writeInstead(text.span, meant)] }),
  });
  return undefined;
}
