import { errorAt } from '../facts/found-problem.ts';
import { sortProblems, type Problem } from '../facts/problem.ts';
import type { Sop } from './document.ts';
import { readHeader } from './header/read-header.ts';
import { readBlocks } from './markdown/read-blocks.ts';
import { readDocument } from './read-document.ts';

export type ParsedSop = {
  /** Given whenever there is something to show, also with errors; undefined for an empty text and for what is no text. */
  readonly sop: Sop | undefined;
  /** In reading order; every place lies inside the text. */
  readonly problems: readonly Problem[];
};

/** Whether a run may start: problems at the level of an error stand in the way. Source: SOP language, section 6. */
export function isRunnable({ sop, problems }: ParsedSop): boolean {
  return sop !== undefined && !problems.some(({ level }) => level === 'error');
}

/**
 * Reads an SOP from its Markdown text and reports everything that is wrong with it at once. Prose without a header is read as well:
 * what the app does not understand becomes a manual step. Offsets are UTF-16 code units of the text. Never throws, and takes
 * time in proportion to the length of the text. Source: SOP language, sections 1, 2 and 6.
 */
export function parseSop(text: string): ParsedSop {
  const nothing = findNothing(text);
  if (nothing) return { sop: undefined, problems: [nothing] };
  const header = readHeader(text);
  const { sop, problems } = readDocument(text, header, readBlocks(text, header.bodyFrom));
  const found = [...header.problems, ...garbledText(text), ...problems];
  return { sop, problems: sortProblems(withoutTwins(found)) };
}

function findNothing(text: string): Problem | undefined {
  if (text.trim() === '') {
    return errorAt(
      { from: 0, to: text.length },
      { id: 'header-missing', message: 'The document is empty.', values: { key: 'sop' } },
    );
  }
  const binary = text.indexOf('\0');
  if (binary < 0) return undefined;
  const message = 'This is not a text that can be read. Save it as UTF-8.';
  return errorAt({ from: binary, to: binary + 1 }, { id: 'syntax', message });
}

/** U+FFFD stands where a file in another encoding was read as UTF-8; customers would see it. */
function garbledText(text: string): readonly Problem[] {
  const at = text.indexOf('\uFFFD');
  if (at < 0) return [];
  const message =
    'Some characters could not be read from here on: the file is saved in another encoding. Save it as UTF-8.';
  return [errorAt({ from: at, to: at + 1 }, { id: 'syntax', message })];
}

function withoutTwins(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ id, from, to, message }) => {
    const key = `${String(from)} ${String(to)} ${id} ${message}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
