import { foldName } from '../facts/fact-name.ts';
import { parseFactType } from '../facts/fact-type.ts';
import { createVocabulary, type Vocabulary } from '../facts/vocabulary.ts';
import type { Catalogue } from '../sop/catalogue.ts';
import { readHeaderLines, type HeaderLines } from './header-lines.ts';
import { readPeople } from './people.ts';
import { linesOf, type TextLine } from './text-lines.ts';

/**
 * The names of a document that is being typed, read line by line: a slip in one line hides no other. The parser reads more
 * strictly; here a name that is only half right is still one that can be offered.
 */
export type Outline = {
  readonly text: string;
  readonly offset: number;
  readonly catalogue: Catalogue;
  readonly lines: readonly TextLine[];
  readonly header: HeaderLines | undefined;
  readonly vocabulary: Vocabulary;
  /** Where the declared facts come from, as written, by folded name. */
  readonly sources: ReadonlyMap<string, string>;
  readonly records: readonly { readonly name: string; readonly of: string }[];
  readonly actions: readonly { readonly name: string; readonly call: string }[];
  readonly tables: readonly string[];
  readonly replies: readonly string[];
  readonly steps: readonly { readonly number: number; readonly name: string }[];
  readonly evidence: readonly { readonly label: string; readonly title: string }[];
  /** Teams and roles, of the document and of the catalogue. */
  readonly people: readonly string[];
  /** What runs are closed as. */
  readonly outcomes: readonly string[];
};

export type Given = { readonly offset: number; readonly catalogue: Catalogue };

export function readOutline(text: string, { offset, catalogue }: Given): Outline {
  const lines = linesOf(text);
  const header = readHeaderLines(lines);
  const entries = (block: string) => entriesOf(text, header, block);
  const inputs = entries('inputs').map(({ name, value }) => ({ name, ...splitInput(value) }));
  // The line with the cursor still changes: what is half typed there is no name to offer.
  const others = lines.filter(({ from, to }) => offset < from || offset > to);
  return {
    text,
    offset,
    catalogue,
    lines,
    header,
    vocabulary: createVocabulary(inputs.map(({ name, type }) => ({ name, type, span: { from: 0, to: 0 } })))
      .vocabulary,
    sources: new Map(inputs.map(({ name, source }) => [foldName(name), source])),
    records: entries('records').map(({ name, value }) => ({ name, of: value.split(/\s+by\s/i, 1)[0] ?? '' })),
    actions: entries('actions').map(({ name, value }) => ({ name, call: value })),
    tables: headings(others, /^#{1,6}\s+decision\s*:\s*(.+)$/i).map(withoutMode),
    replies: headings(others, /^#{1,6}\s+reply\s*:\s*(.+)$/i),
    steps: stepsOf(lines),
    evidence: evidenceOf(others),
    people: readPeople(text, { offset, catalogue }),
    outcomes: outcomesOf(others),
  };
}

function entriesOf(text: string, header: HeaderLines | undefined, block: string) {
  return (header?.lines ?? []).flatMap(({ key, valueFrom, to, ...line }) =>
    line.block === block && valueFrom !== undefined && key !== ''
      ? [{ name: key.replaceAll(/\s+/g, ' '), value: text.slice(valueFrom, to).trim() }]
      : [],
  );
}

function splitInput(value: string) {
  const from = /\sfrom(?=\s|$)/i.exec(value);
  return {
    type: parseFactType(value.slice(0, from?.index)),
    source: from ? value.slice(from.index + from[0].length).trim() : '',
  };
}

function headings(lines: readonly TextLine[], form: RegExp): readonly string[] {
  return lines.flatMap(({ words }) => {
    const name = words.startsWith('#') ? form.exec(words)?.[1] : undefined;
    const plain = name
      ?.replaceAll(/\[[^[\]]*\]/g, '')
      .trim()
      .replaceAll(/\s+/g, ' ');
    return plain ? [plain] : [];
  });
}

const withoutMode = (name: string) => name.replace(/ ?\((?:first match|exactly one)\)$/i, '');

function stepsOf(lines: readonly TextLine[]): Outline['steps'] {
  const first = lines.findIndex(({ words }) => /^#{1,6}\s+steps\b/i.test(words));
  if (first < 0) return [];
  const rest = lines.slice(first + 1);
  const end = rest.findIndex(({ words }) => words.startsWith('#'));
  return rest.slice(0, end < 0 ? rest.length : end).flatMap(({ words }) => {
    const step = /^ {0,3}(\d{1,6})[.)]\s+(.*)$/.exec(words);
    const name = /^\*\*([^*]+)\*\*/.exec(step?.[2] ?? '')?.[1] ?? step?.[2];
    return step ? [{ number: Number(step[1]), name: (name ?? '').replace(/[.:]$/, '') }] : [];
  });
}

function evidenceOf(lines: readonly TextLine[]): Outline['evidence'] {
  return lines.flatMap(({ words }) => {
    const found = /^ {0,3}\[([^[\]]{1,80})\]:\s*(\S*)\s*(?:"([^"]*)")?/.exec(words);
    return found ? [{ label: found[1] ?? '', title: found[3] ?? found[2] ?? '' }] : [];
  });
}

function outcomesOf(lines: readonly TextLine[]): readonly string[] {
  const written = lines.flatMap(({ words }) =>
    [...words.matchAll(/\bclose\s+as\s+(?:"([^"]+)"|“([^”]+)”)/gi)].map(
      ([, straight, curly]) => straight ?? curly ?? '',
    ),
  );
  return [...new Set(written)];
}
