import type { Span } from '../../facts/problem.ts';
import type { HeaderEntry } from './front-matter.ts';
import type { ProseDocument } from './prose-document.ts';

const dateKey =
  'last updated?|updated|last reviewed|last review|reviewed|last edited|last modified|last changed|last revised|revised|revision date|effective date|effective from|effective|valid from|published|created|next review date|next review|review due|review by|version|revision|date';
const otherKey =
  'owners?|owned by|(?:document|page|process|sop) owner|maintainers?|maintained by|responsible team|responsible|accountable|dri|steward|authors?|contact|reviewer|approver|approved by|team|(?:doc|document) version|review every|review cycle|review interval|review frequency|policy|policies|evidence|references?';
const month = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** `Owner: …`, `| Owner | …`, `Last reviewed on 3 May 2026`. */
const label = new RegExp(
  String.raw`^[ \t>|#+-]*(?:(${otherKey})[ \t]*(?:[:|=–—]|-(?=[ \t]))|(${dateKey})(?:[ \t]*(?:[:|=–—]|-(?=[ \t]))|[ \t]+(?:(?:on|in|as of)[ \t]+)?(?=v?\d|${month})))[ \t|]*(.*)$`,
  'gim',
);

/** What a document says about itself: the lines of its header, lines such as `Owner: …` anywhere in its text, and tables with such columns. */
export function documentFacts(document: ProseDocument): readonly HeaderEntry[] {
  return [...document.header, ...factLines(document), ...factCells(document)];
}

/** The sentences but those that state a fact, such as “Process owner: Support”, because these ask nobody to do anything. In order. */
export function outsideFacts<T extends Span>(
  sentences: readonly T[],
  facts: readonly HeaderEntry[],
): readonly T[] {
  const own = facts.filter(({ key }) => ownerOrDate.test(key)).toSorted((a, b) => a.from - b.from);
  let next = 0;
  return sentences.filter(({ from }) => {
    while ((own[next + 1]?.from ?? Infinity) <= from) next += 1;
    const fact = own[next];
    return !fact || fact.from > from || fact.value.from < from;
  });
}

const ownerOrDate = /owner|owned|maintain|review|updated?|edited|modified|changed|revis|effective|version/;

function factLines({ masked, text, bodyFrom }: ProseDocument): readonly HeaderEntry[] {
  const lines: HeaderEntry[] = [];
  label.lastIndex = bodyFrom;
  for (let line = label.exec(masked); line; line = label.exec(masked)) {
    const [whole, other, dated, rest = ''] = line;
    const key = other ?? dated ?? '';
    const valueFrom = line.index + whole.length - rest.length;
    const to = valueFrom + rest.trimEnd().length;
    lines.push({
      key: key.toLowerCase(),
      words: text.slice(valueFrom, to).replace(/[\s|]+$/, ''),
      value: { from: valueFrom, to },
      from: line.index,
      to,
    });
  }
  return lines;
}

const columnKey = new RegExp(`^(?:${otherKey}|${dateKey})$`, 'i');
const besideKeys = /^(?:changes?|description|summary|comments?|notes?|status|name|title|document|sop|)$/i;

/** `| Owner | Last reviewed |` above `| Billing | 2026-09-01 |`; not a table of tasks that has owners. */
function factCells({ tables, text }: ProseDocument): readonly HeaderEntry[] {
  return tables.flatMap(({ columns, rows }) => {
    const keys = columns.map((column) => plainWords(text, column).toLowerCase());
    if (!keys.every((key) => columnKey.test(key) || besideKeys.test(key))) return [];
    return rows.flatMap(({ cells }) =>
      cells.map((value, at) => ({ ...value, key: keys[at] ?? '', words: plainWords(text, value), value })),
    );
  });
}

function plainWords(text: string, { from, to }: Span): string {
  return text
    .slice(from, to)
    .replaceAll(/[*_`:]/g, '')
    .trim();
}

/** The first of the facts with one of the keys and with words that say something. */
export function factOf(facts: readonly HeaderEntry[], keys: RegExp): HeaderEntry | undefined {
  return facts.find(({ key, words }) => keys.test(key) && !isNothing(words));
}

/** “TBD”, “none”, “?” and “{}” are no answer. */
function isNothing(words: string): boolean {
  return /^(?:|tbd|tba|todo|none|nobody|no one|unknown|n\/?a|\?+|-+|—|null|~|\[\]|\{\}|xxx+)\.?$/i.test(
    words.trim(),
  );
}
