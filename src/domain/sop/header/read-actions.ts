import { foldName } from '../../facts/fact-name.ts';
import { quoted } from '../../facts/found-problem.ts';
import type { Vocabulary } from '../../facts/vocabulary.ts';
import { checkText } from '../check-text.ts';
import type { ActionDeclaration } from '../document.ts';
import { Phrase } from '../instruction/phrase.ts';
import type { HeaderReader } from './header-reader.ts';
import type { YamlEntry } from './read-yaml.ts';

type Options = { readonly header: HeaderReader; readonly vocabulary: Vocabulary };

/** An action that can be proposed by its name, also where something else in it is wrong. */
export type ReadActions = {
  readonly names: readonly string[];
  readonly actions: readonly ActionDeclaration[];
};

/** Reads the lines below `actions`: `<name>: <system>.<operation> (<param> = <expression>, …) only if … needs …`. */
export function readActions(options: Options): ReadActions {
  const seen = new Map<string, string>();
  const entries = options.header.entries('actions').filter(({ key }) => {
    const name = key.text.trim().replace(/\s+/g, ' ');
    const isNew = !seen.has(foldName(name));
    if (isNew) seen.set(foldName(name), name);
    else options.header.invalid(key.span, `There are two actions called ${quoted(name)}.`, { name });
    return isNew;
  });
  return { names: [...seen.values()], actions: entries.flatMap((entry) => readAction(entry, options) ?? []) };
}

function readAction(
  { key, value }: YamlEntry,
  { header, vocabulary }: Options,
): ActionDeclaration | undefined {
  const name = key.text.trim().replace(/\s+/g, ' ');
  const span = { from: key.span.from, to: Math.max(value.span.to, key.span.to) };
  if (value.is !== 'text' || value.text.text.trim() === '') {
    header.invalid(key.span, `It is not said what ${quoted(name)} does. ${formOf(name)}`, { name });
    return undefined;
  }
  const parts = splitParts(Phrase.of(value.text, vocabulary));
  const call = readCall(parts.call, { header, vocabulary, name });
  const onlyIf = parts.onlyIf && checkPhrase(parts.onlyIf, { header, vocabulary, mustBeCondition: true });
  const needs = parts.needs && readRole(parts.needs, header);
  const isComplete = call && (!parts.onlyIf || onlyIf) && (!parts.needs || needs !== undefined);
  return isComplete ? { name, ...call, onlyIf, needs, span } : undefined;
}

function formOf(name: string): string {
  return `Write “${name}: stripe.refund (amount = order value)”.`;
}

type Parts = {
  readonly call: Phrase;
  readonly onlyIf: Phrase | undefined;
  readonly needs: Phrase | undefined;
};

/** `only if` and `needs` may stand in either order behind the call. */
function splitParts(phrase: Phrase): Parts {
  const marks = [...phrase.outerMatches(/\bonly\s+if\b|\bneeds\b/gi)];
  const partAt = (isWanted: (text: string) => boolean): Phrase | undefined => {
    const index = marks.findIndex(({ text }) => isWanted(text));
    const mark = marks[index];
    return mark && phrase.part(mark.index + mark.text.length, marks[index + 1]?.index ?? phrase.to);
  };
  return {
    call: phrase.part(phrase.from, marks[0]?.index ?? phrase.to),
    onlyIf: partAt((text) => !/^needs$/i.test(text)),
    needs: partAt((text) => /^needs$/i.test(text)),
  };
}

function readRole(words: Phrase, header: HeaderReader): string | undefined {
  if (!words.isEmpty) return words.words.replace(/\s+/g, ' ');
  header.invalid(words.span, 'It is not said who is needed. Write “needs Team lead”.');
  return undefined;
}

type CallOptions = Options & { readonly name: string };
type Call = Pick<ActionDeclaration, 'system' | 'operation' | 'parameters'>;

const longForm = /^([a-z][\w-]*)\.(\w+(?:\.\w+)*)\s*(?:\(([\s\S]*)\))?$/i;
const shortForm = /^([a-z][\w-]*)\.(\w+(?:\.\w+)*)\.(\w+)\s*=/i;

/** `stripe.refund (amount = order value)`, or `stripe.refund.amount = order value` for one parameter. */
function readCall(call: Phrase, options: CallOptions): Call | undefined {
  const short = shortForm.exec(call.words);
  if (short) {
    const [start, system = '', operation = '', parameter = ''] = short;
    const from = call.from + start.lastIndexOf(parameter);
    const read = readParameter(call.part(from, call.to), options);
    return read && { system: system.toLowerCase(), operation, parameters: [read] };
  }
  const long = longForm.exec(call.words);
  if (!long) {
    const message = `${quoted(call.words)} is not something that a system can do. ${formOf(options.name)}`;
    options.header.invalid(call.span, message, { name: options.name });
    return undefined;
  }
  const [, system = '', operation = '', inside] = long;
  const to = call.to - 1;
  const parameters = inside?.trim() ? readParameters(call.part(to - inside.length, to), options) : [];
  return parameters && { system: system.toLowerCase(), operation, parameters };
}

type Parameter = ActionDeclaration['parameters'][number];

function readParameters(inside: Phrase, options: CallOptions): readonly Parameter[] | undefined {
  const phrase = Phrase.of(inside.placed.slice(inside.from, inside.to), options.vocabulary);
  const commas = [...phrase.outerMatches(/,/g)].map(({ index }) => index);
  const starts = [phrase.from, ...commas.map((comma) => comma + 1)];
  const read = starts.map((from, index) =>
    readParameter(phrase.part(from, commas[index] ?? phrase.to), options),
  );
  const names = read.map((parameter) => parameter?.name);
  const twin = read.find((parameter, index) => parameter && names.indexOf(parameter.name) < index);
  if (twin)
    options.header.invalid(twin.span, `The parameter ${quoted(twin.name)} is given twice.`, {
      name: twin.name,
    });
  const known = read.filter((parameter) => parameter !== undefined);
  return known.length === read.length && !twin ? known : undefined;
}

function readParameter(words: Phrase, options: CallOptions): Parameter | undefined {
  const found = /^(\w+)\s*=(?!=)\s*/.exec(words.words);
  if (!found?.[1]) {
    const message = `A parameter has the form “name = value”, such as “amount = order value”, not ${quoted(words.words)}.`;
    options.header.invalid(words.span, message, { name: options.name });
    return undefined;
  }
  const value = checkPhrase(words.part(words.from + found[0].length, words.to), {
    ...options,
    mustBeCondition: false,
  });
  return value && { name: found[1], value, span: words.span };
}

function checkPhrase(
  words: Phrase,
  { header, vocabulary, mustBeCondition }: Options & { readonly mustBeCondition: boolean },
) {
  const placed = words.placed.slice(words.from, words.to);
  const { expression, problems } = checkText(placed, { vocabulary, mustBeCondition });
  header.reportAll(problems);
  return expression;
}
