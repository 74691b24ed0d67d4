import { isCurrencyCode } from './currency.ts';
import { foldCase, foldSpace } from './fold-text.ts';
import type { FactType } from './value.ts';

const simpleTypes: Readonly<Record<string, FactType>> = {
  text: { kind: 'text' },
  number: { kind: 'number' },
  count: { kind: 'count' },
  money: { kind: 'money', currency: undefined },
  'yes/no': { kind: 'yes-no' },
  date: { kind: 'date' },
  duration: { kind: 'duration' },
  list: { kind: 'list' },
};

const moneyForm = /^money ([A-Z]{3})$/i;
const choiceForm = /^one of ?\((.*)\)$/i;

/** Reads a type as the header of an SOP declares it; undefined if the words mean none. Source: SOP language, section 1. */
export function parseFactType(text: string): FactType | undefined {
  const written = foldSpace(text);
  const simple = written.toLowerCase().replace(' / ', '/');
  if (Object.hasOwn(simpleTypes, simple)) return simpleTypes[simple];
  const currency = moneyForm.exec(written)?.[1];
  if (currency !== undefined) return isCurrencyCode(currency) ? { kind: 'money', currency } : undefined;
  const options = choiceForm.exec(written)?.[1];
  return options === undefined ? undefined : choiceOf(splitOptions(options));
}

/** The words of a type, as `parseFactType` reads them. */
export function factTypeText(type: FactType): string {
  switch (type.kind) {
    case 'money':
      return type.currency === undefined ? 'money' : `money ${type.currency}`;
    case 'yes-no':
      return 'yes/no';
    case 'choice':
      return `one of (${type.options.map(optionText).join(', ')})`;
    case 'text':
    case 'number':
    case 'count':
    case 'date':
    case 'duration':
    case 'list':
      return type.kind;
  }
}

/** A set needs values, none of them empty or twice: choices are compared without case. */
function choiceOf(options: readonly string[]): FactType | undefined {
  const different = new Set(options.map(foldCase));
  return options.includes('') || different.size < options.length ? undefined : { kind: 'choice', options };
}

const option = /\s*(?:"([^"]*)"|“([^”]*)”|([^,]*))\s*(?:,|$)/y;

/** Options are separated by commas; one with a comma of its own stands in quotes. */
function splitOptions(text: string): readonly string[] {
  const options: string[] = [];
  for (let from = 0; from <= text.length; from = option.lastIndex) {
    option.lastIndex = from;
    const found = option.exec(text);
    if (found === null) return [''];
    options.push((found[1] ?? found[2] ?? found[3] ?? '').trim());
    if (!found[0].endsWith(',')) break;
  }
  return options;
}

function optionText(choice: string): string {
  return choice.includes(',') ? `"${choice}"` : choice;
}
