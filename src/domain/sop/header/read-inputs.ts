import { parseDuration } from '../../facts/duration.ts';
import { parseFactType } from '../../facts/fact-type.ts';
import { didYouMean, quoted } from '../../facts/found-problem.ts';
import type { FactType } from '../../facts/value.ts';
import { createVocabulary, type Vocabulary } from '../../facts/vocabulary.ts';
import type { Input, RecordDeclaration } from '../document.ts';
import { Phrase } from '../instruction/phrase.ts';
import type { PlacedText } from '../placed-text.ts';
import type { HeaderReader } from './header-reader.ts';
import { meantType } from './meant-type.ts';
import { readSource } from './read-source.ts';
import type { YamlEntry } from './read-yaml.ts';

/** An input taken apart; what each part means is read when the records are known. */
export type InputDraft = {
  readonly key: PlacedText;
  readonly type: FactType | undefined;
  readonly source: PlacedText | undefined;
  readonly maxAge: PlacedText | undefined;
  readonly end: number;
};

const { vocabulary: noFacts } = createVocabulary([]);

/** Takes the lines below `inputs` apart: `<fact name>: <type> from <source>`, with optional `max age 10 minutes`. */
export function draftInputs(header: HeaderReader): readonly InputDraft[] {
  if (!header.has('inputs')) {
    header.missing(
      'inputs',
      'The header needs “inputs”: every fact that the SOP uses, with its type and where it comes from.',
    );
  }
  return header.entries('inputs').map((entry) => draftInput(entry, header));
}

function draftInput({ key, value }: YamlEntry, header: HeaderReader): InputDraft {
  const draft = { key, type: undefined, source: undefined, maxAge: undefined, end: value.span.to };
  const form = formOf(key.text, value.is === 'text' ? value.text.text : '');
  if (value.is !== 'text' || value.text.text.trim() === '') {
    header.invalid(key.span, `It is not said what ${quoted(key.text)} is. Write ${form}.`, {
      name: key.text,
    });
    return draft;
  }
  const phrase = Phrase.of(value.text, noFacts);
  const from = firstMatch(phrase, /\bfrom\b/gi);
  if (!from) {
    header.invalid(phrase.span, `It is not said where ${quoted(key.text)} comes from. Write ${form}.`, {
      name: key.text,
    });
    return { ...draft, type: readType(phrase, key.text, header) };
  }
  const rest = phrase.part(from.to, phrase.to);
  const age = firstMatch(rest, /,?\s*\b(?:with\s+)?max\s+age\b/gi);
  return {
    ...draft,
    type: readType(phrase.part(phrase.from, from.from), key.text, header),
    source: placedOf(rest.part(rest.from, age?.from ?? rest.to)),
    maxAge: age && placedOf(rest.part(age.to, rest.to)),
  };
}

/** The line as it is to be, with the type where it says one. */
function formOf(name: string, written: string): string {
  const isType = parseFactType(written) !== undefined;
  return quoted(`${name}: ${isType ? written : 'text'} from zendesk.ticket.field "Title"`);
}

function firstMatch(
  phrase: Phrase,
  pattern: RegExp,
): { readonly from: number; readonly to: number } | undefined {
  for (const { index, text } of phrase.outerMatches(pattern)) return { from: index, to: index + text.length };
  return undefined;
}

function placedOf(phrase: Phrase): PlacedText {
  return phrase.placed.slice(phrase.from, phrase.to);
}

function readType(words: Phrase, name: string, header: HeaderReader): FactType | undefined {
  const type = parseFactType(words.words);
  if (type) return type.kind === 'choice' ? withoutOr(type, { words, name, header }) : type;
  const types = 'text, number, count, money, money USD, yes/no, date, duration, list, or one of (a, b, c)';
  const meant = meantType(words.words);
  const written = words.isEmpty ? 'There is no type' : `${quoted(words.words)} is no type`;
  const hint = meant === undefined ? ` The types are ${types}.` : didYouMean(meant);
  header.invalid(words.span, `${written} for ${quoted(name)}.${hint}`, {
    name,
    type: words.words,
    ...(meant === undefined ? {} : { written: words.words, suggestion: meant }),
  });
  return meant === undefined ? undefined : parseFactType(meant);
}

/** `one of (in transit or lost)` would be a choice of a single value. */
function withoutOr(
  type: Extract<FactType, { kind: 'choice' }>,
  { words, name, header }: { readonly words: Phrase; readonly name: string; readonly header: HeaderReader },
): FactType {
  const [only = ''] = type.options;
  const isList = type.options.length > 1;
  const options = isList
    ? type.options.map((option) => option.replace(/^or\s+/i, ''))
    : only.split(/\s+or\s+|\s*[;/]\s*/i);
  if (options.length < 2 || options.every((option, index) => option === type.options[index])) return type;
  const suggestion = `one of (${options.join(', ')})`;
  const message = `The values of ${quoted(name)} are separated by commas alone: ${quoted(suggestion)}.`;
  header.invalid(words.span, message, { written: words.words, suggestion });
  return { kind: 'choice', options };
}

/** The names that conditions can use. */
export function vocabularyOf(drafts: readonly InputDraft[], header: HeaderReader): Vocabulary {
  const declarations = drafts.map(({ key, type }) => ({ name: key.text, type, span: key.span }));
  const { vocabulary, problems } = createVocabulary(declarations);
  header.reportAll(problems);
  return vocabulary;
}

/** The inputs that can be read; what is wrong with the others is reported. */
export function readInputs(
  drafts: readonly InputDraft[],
  {
    header,
    records,
    vocabulary,
  }: {
    readonly header: HeaderReader;
    readonly records: readonly RecordDeclaration[];
    readonly vocabulary: Vocabulary;
  },
): readonly Input[] {
  const declared = new Set<string>();
  return drafts.flatMap((draft): readonly Input[] => {
    const { key, type, source: written } = draft;
    const source = written && readSource(written.text, records);
    if (written && !source) reportSource(written, { header, records });
    const maxAge = draft.maxAge && readMaxAge(draft.maxAge, header);
    const fact = vocabulary.find(key.text);
    if (!type || !source || !fact || fact.builtIn || declared.has(fact.name)) return [];
    declared.add(fact.name);
    return [{ name: fact.name, type, source, maxAge, span: { from: key.span.from, to: draft.end } }];
  });
}

function reportSource(
  written: PlacedText,
  { header, records }: { readonly header: HeaderReader; readonly records: readonly RecordDeclaration[] },
): void {
  const record = /^([^.]+)\.[^.]+$/.exec(written.text)?.[1];
  const own =
    records.length === 0
      ? ''
      : ` Records of this SOP are ${records.map(({ name }) => quoted(name)).join(', ')}.`;
  const because =
    record === undefined
      ? 'is not a place where facts come from'
      : `speaks of a record ${quoted(record)} that the header does not declare`;
  const message = `${quoted(written.text)} ${because}. Write system.record.field, such as shopify.order.total_price, or “message”.${own}`;
  header.invalid(written.span, message, { name: written.text });
}

function readMaxAge(written: PlacedText, header: HeaderReader): Input['maxAge'] {
  const seconds = parseDuration(written.text);
  if (!seconds)
    header.invalid(
      written.span,
      `${quoted(written.text)} is not a length of time. Write “max age 10 minutes”.`,
    );
  return seconds;
}
