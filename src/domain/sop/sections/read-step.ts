import type { Step } from '../document.ts';
import type { List, ListItem, Paragraph } from '../markdown/block.ts';
import { readBody } from '../body/read-body.ts';
import { oneLine, partsOf, readLine, readNote, type Note } from '../body/line.ts';
import { findLostBullets } from '../body/lost-bullet.ts';
import type { Phrase } from '../instruction/phrase.ts';
import { manualStep } from '../instruction/manual-step.ts';
import { PlacedText } from '../placed-text.ts';
import type { Reading } from '../reading.ts';

/**
 * Reads a numbered step: a bold name, notes and bullets. A step without bullets is one instruction: as it is written where it has
 * no bold name, else for a person to tick off, so that prose with numbers runs as a checklist too.
 */
export function readStep(outline: Outline, reading: Reading): Step {
  const { item, number } = outline;
  const { text, notes: paragraphs, lists: inside } = partsOf(item);
  const lists = [...inside, ...outline.lists];
  const title = readTitle(text, reading);
  const notes: Note[] = title.note ? [title.note] : [];
  const cites = new Set(title.cites);
  for (const paragraph of paragraphs) {
    const note = readNote(PlacedText.at(reading.source, paragraph), reading);
    notes.push({ text: note.text, span: note.span });
    for (const cite of note.cites) cites.add(cite);
    reading.reportAll(findLostBullets(paragraph, reading));
  }
  const place = { prefix: `${String(number)}.`, step: number, reading, notes };
  const hasBullets = lists.some(({ items }) => items.length > 0);
  const inline = hasBullets || title.isBold ? undefined : title.line;
  const body = readBody({ inline, lists }, place);
  const manual = hasBullets || !title.isBold ? [] : [tickOff(item, `${place.prefix}1`, reading)];
  return {
    number,
    name: title.name,
    span: { from: item.from, to: lists.at(-1)?.to ?? item.to },
    notes: notes.toSorted((left, right) => left.span.from - right.span.from),
    cites: [...cites],
    body: { ...body, instructions: [...body.instructions, ...manual] },
  };
}

type Outline = { readonly item: ListItem; readonly number: number; readonly lists: readonly List[] };

type Title = {
  readonly name: string;
  readonly isBold: boolean;
  readonly note: Note | undefined;
  readonly cites: readonly string[];
  /** The words as an instruction, for a step that is nothing else. */
  readonly line: { readonly phrase: Phrase; readonly cites: readonly string[] } | undefined;
};

const boldName = /^(?:\*\*|__)(?=\S)([^\r\n]*?\S)(?:\*\*|__)/;
const nameLength = 80;

function readTitle(text: Paragraph | undefined, reading: Reading): Title {
  if (!text) return { name: '', isBold: false, note: undefined, cites: [], line: undefined };
  const placed = PlacedText.at(reading.source, text);
  const bold = boldName.exec(placed.text);
  if (!bold) return plainTitle(placed, reading);
  const setOff = /^\s*[:.–—-]?\s*/.exec(placed.text.slice(bold[0].length))?.[0].length ?? 0;
  const rest = placed.slice(bold[0].length + setOff, placed.text.length);
  const { cites, ...note } = readNote(rest, reading);
  const name = oneLine(bold[1] ?? '').replace(/[.:]$/, '');
  if (!rest.isEmpty) reading.reportAll(findLostBullets(rest.span, reading));
  return { name, isBold: true, note: note.text === '' ? undefined : note, cites, line: undefined };
}

/** Without a bold name the first sentence is the name. */
function plainTitle(placed: PlacedText, reading: Reading): Title {
  const line = readLine(placed, [], reading);
  const sentence = /^[^\r\n]*?[^.\s\d][.:?!](?=\s|$)/.exec(line.phrase.words)?.[0] ?? line.phrase.words;
  const name = oneLine(sentence.slice(0, 1000)).replace(/[.:]$/, '');
  const short = name.length > nameLength ? `${name.slice(0, nameLength)}…` : name;
  const note = { text: oneLine(line.phrase.words), span: placed.span };
  return {
    name: short,
    isBold: false,
    note: note.text === short ? undefined : note,
    cites: line.cites,
    line,
  };
}

function tickOff(item: ListItem, path: string, reading: Reading) {
  const { text } = partsOf(item);
  const { phrase } = readLine(PlacedText.at(reading.source, text ?? item), [], reading);
  reading.report(manualStep(phrase, 'Write what is to be done in bullets below the name of the step.'));
  return { kind: 'manual', path, span: phrase.span, cites: [], text: oneLine(phrase.words) } as const;
}
