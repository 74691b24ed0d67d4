import type { ActionKind, ParameterKind } from '../../src/domain/decisions/action-kind.ts';
import { factTypeText } from '../../src/domain/facts/fact-type.ts';
import { confirmedByWords, limitWords, onceByWords, reconciledByWords } from './action-words.ts';
import { pageWords } from './page-words.ts';

/** One action as Markdown: what it is, its parameters, and how it is kept from happening twice or unseen. */
export function writeAction(kind: ActionKind): string {
  const { operation, parameters, risk, movesMoney, onceBy, confirmedBy, reconciledBy, undo, preview } = kind;
  const title = pageWords(`action.${operation}.full`) ?? operation;
  return [
    `#### \`${operation}\``,
    `“${title}”. ${capital(risk)} risk${movesMoney ? ', moves money' : ''}.`,
    parameters.length === 0 ? 'No parameters.' : parameterTable(parameters),
    [
      `- **Once:** ${onceByWords[onceBy]}.`,
      `- **Confirmed:** ${confirmedByWords[confirmedBy]}.`,
      `- **After a lost answer:** ${reconciledByWords[reconciledBy]}.`,
      `- **Undo:** ${undo === undefined ? 'none' : `\`${undo}\``}.`,
      ...(preview.length === 0 ? [] : [`- **Shown before:** ${preview.map(previewLabel).join(', ')}.`]),
    ].join('\n'),
  ].join('\n\n');
}

function parameterTable(parameters: readonly ParameterKind[]): string {
  const rows = parameters.map((parameter) => {
    const { name, type } = parameter;
    const label = pageWords(`parameter.${name}`) ?? '';
    return `| \`${name}\` | ${cell(label)} | ${cell(factTypeText(type))} | ${cell(rulesOf(parameter))} |`;
  });
  return ['| parameter | shown as | type | rules |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function rulesOf({ required, editable, limits, long }: ParameterKind): string {
  return [
    ...(required ? ['required'] : []),
    ...(editable ? ['can be edited before approving'] : []),
    ...limits.map((limit) => limitWords[limit]),
    ...(long === true ? ['several lines'] : []),
  ].join('; ');
}

const previewLabel = (label: string): string => (pageWords(`preview.${label}`) ?? label).toLowerCase();
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const cell = (text: string): string => text.replaceAll('|', '\\|');
