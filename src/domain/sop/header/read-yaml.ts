import {
  isAlias,
  isMap,
  isScalar,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import { errorAt } from '../../facts/found-problem.ts';
import type { Problem, Span } from '../../facts/problem.ts';
import type { PlacedText } from '../placed-text.ts';
import { withoutLooseLines } from './loose-lines.ts';
import { scalarText } from './scalar-text.ts';

/** A value of the header: a text, further keys, or something that has no place there. */
export type YamlValue =
  | { readonly is: 'text'; readonly text: PlacedText; readonly span: Span }
  | { readonly is: 'keys'; readonly entries: readonly YamlEntry[]; readonly span: Span }
  | { readonly is: 'other'; readonly span: Span };

export type YamlEntry = { readonly key: PlacedText; readonly value: YamlValue };

/** More than this is no header, and a reader of YAML may take very long for it. */
const longestHeader = 100_000;

/** What is read: how sentences call it, and how many levels of keys may stand below its own. */
type YamlForm = { readonly called: 'header' | 'document'; readonly levels: number };

const headerForm: YamlForm = { called: 'header', levels: 1 };

/**
 * Reads the header as YAML in which every value is a text: `no` and `010` stay as they are written. Anchors, aliases and what is
 * not valid YAML are problems; what could be read is given all the same. Never throws. With another form, other documents.
 */
export function readYaml(
  source: string,
  content: Span,
  form: YamlForm = headerForm,
): { readonly entries: readonly YamlEntry[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const text = source.slice(content.from, content.to);
  if (text.length > longestHeader) {
    const message = `The ${form.called} is longer than ${String(longestHeader)} characters.`;
    return { entries: [], problems: [invalid({ from: content.from, to: content.from + 1 }, message)] };
  }
  try {
    return { entries: readDocument(source, content, { ...form, problems }), problems };
  } catch {
    // Lists that are nested some ten thousand deep exhaust the stack of the reader.
    const message = `The ${form.called} cannot be read as YAML.`;
    return { entries: [], problems: [...problems, invalid(content, message)] };
  }
}

type Reading = YamlForm & { readonly problems: Problem[] };

function readDocument(source: string, content: Span, reading: Reading): readonly YamlEntry[] {
  const { called, problems } = reading;
  // A lone CR ends a line in Markdown, but not for this reader of YAML.
  const text = source.slice(content.from, content.to).replace(/\r(?!\n)/g, '\n');
  const document = parseMended(withoutLooseLines(text, content, reading), content, reading);
  const rest = findRest(text);
  if (rest !== undefined) {
    const span = { from: content.from + rest, to: content.from + rest + 3 };
    problems.push(invalid(span, `The ${called} ends here, before its last line.`));
  }
  const root = document.contents;
  if (!isMap(root)) {
    if (root) problems.push(invalid(content, `The ${called} holds no keys such as “title: Late parcel”.`));
    return [];
  }
  return root.items.flatMap((pair) => readPair(pair, { ...reading, source, offset: content.from, depth: 0 }));
}

/**
 * A colon inside a text without quotes takes the lines below it along. It is reported, and then read as a part of its text, so that
 * the rest of the header is not lost to one slip.
 */
function parseMended(text: string, content: Span, { called, problems }: Reading): Document.Parsed {
  const document = parse(text);
  const colons = document.errors.filter(({ code }) => code === 'BLOCK_AS_IMPLICIT_KEY');
  let mended = text;
  for (const { pos } of colons) {
    const end = endOfLine(text, pos[0]);
    problems.push(invalid({ from: content.from + pos[0], to: content.from + end }, colonInside));
    mended =
      mended.slice(0, pos[0]) +
      mended.slice(pos[0], end).replace(/:(?=[ \t])./g, ':\u00a0') +
      mended.slice(end);
  }
  const read = colons.length > 0 ? parse(mended) : document;
  // After a tab nothing else that the reader of YAML says is of any use.
  const tab = read.errors.find(({ code }) => code === 'TAB_AS_INDENT');
  for (const error of tab ? [tab] : read.errors) problems.push(yamlProblem(error, content, called));
  return read;
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

const colonInside =
  'A text with a colon and a space inside must stand in quotes as a whole: \'ticket subject contains "Re: order"\'.';

/** `...` ends a YAML document in the middle of a header. */
function findRest(text: string): number | undefined {
  const end = /(?:^|[\r\n])\.\.\.(?=\s)(?=\s*\S)/.exec(text);
  return end ? end.index + end[0].length - 3 : undefined;
}

type Context = Reading & {
  readonly source: string;
  readonly offset: number;
  readonly depth: number;
};

function readPair(pair: Pair, context: Context): readonly YamlEntry[] {
  const { source, offset, problems, called } = context;
  if (!isScalar(pair.key)) {
    const span = isNode(pair.key) ? spanOf(pair.key, offset) : { from: offset, to: offset };
    problems.push(invalid(span, `A key of the ${called} is a short text, such as “title”.`));
    return [];
  }
  const key = scalarText(pair.key, source, offset);
  return [{ key, value: readValue(pair.value, key, context) }];
}

function readValue(value: unknown, key: PlacedText, context: Context): YamlValue {
  const { source, offset, problems, depth, levels, called } = context;
  if (!isNode(value))
    return { is: 'text', text: key.slice(key.text.length, key.text.length), span: key.span };
  const span = spanOf(value, offset);
  if (isAlias(value) || value.anchor !== undefined) {
    const message = `The ${called} cannot use “&” and “*” to repeat values. Put a text that starts with one in quotes.`;
    problems.push(invalid(span.from < span.to ? span : key.span, message));
  }
  if (isScalar(value)) return { is: 'text', text: scalarText(value, source, offset), span };
  if (!isMap(value) || depth >= levels) return { is: 'other', span };
  const entries = value.items.flatMap((pair) => readPair(pair, { ...context, depth: depth + 1 }));
  return { is: 'keys', entries, span };
}

function isNode(value: unknown): value is Node & { anchor?: string } {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function spanOf(node: Node, offset: number): Span {
  const [from, to] = node.range ?? [0, 0];
  return { from: offset + from, to: offset + to };
}

const explanations: Readonly<Record<string, string>> = {
  MULTILINE_IMPLICIT_KEY: 'This line has not the form “key: value”.',
  TAB_AS_INDENT: 'Lines are indented with spaces, not with tabs.',
  BAD_INDENT: 'This line is not indented like the ones above.',
  BAD_SCALAR_START: 'A text that starts with this sign must stand in quotes as a whole.',
  BAD_ALIAS: 'A text that starts with “*” must stand in quotes as a whole.',
};

function yamlProblem({ code, message, pos }: YAMLError, content: Span, called: YamlForm['called']): Problem {
  const from = Math.min(content.from + pos[0], content.to);
  const to = Math.min(Math.max(content.from + pos[1], from), content.to);
  return invalid(
    { from, to },
    explanations[code] ?? `The ${called} is not valid YAML here: ${message.split('\n')[0] ?? code}.`,
  );
}

function invalid(span: Span, message: string): Problem {
  return errorAt(span, { id: 'header-invalid', message });
}
