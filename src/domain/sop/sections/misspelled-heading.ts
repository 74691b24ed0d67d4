import { spellingDistance } from '../../facts/closest-spelling.ts';
import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import type { Reading } from '../reading.ts';
import type { Section, SectionKind } from './section.ts';
import { headingName } from './split-sections.ts';

const wholeNames = ['Steps', 'Edge cases', 'Examples'];
const firstWords = ['Decision', 'Reply'];

const kinds: Readonly<Record<string, SectionKind>> = {
  Steps: 'steps',
  'Edge cases': 'edge-cases',
  Examples: 'examples',
  Decision: 'decision',
  Reply: 'reply',
};

/**
 * A section of notes as the one that was probably meant, because its heading is nearly one that the app knows. It is an error; the section
 * is read all the same, so that one slip is one problem.
 */
export function sectionAsMeant(section: Section): Section {
  if (section.kind !== 'notes' || !section.heading || !holdsWork(section)) return section;
  const words = section.name;
  const whole = wholeNames.find((name) => isNear(words, name) || startsGlued(words, name));
  if (whole) return { ...section, kind: kinds[whole] ?? 'notes', meant: whole };
  const [first = ''] = /^\p{L}+/u.exec(words) ?? [];
  const named = firstWords.find((name) => isNear(first, name) && !/\s\w+\s\w+\s\w+/.test(words));
  if (!named) return section;
  const name = words.slice(first.length).replace(/^\s*:?\s*/, '');
  return { ...section, kind: kinds[named] ?? 'notes', name, meant: `${named}: …` };
}

/** Without this, a slip in `## Edge cases` would silently take every edge case away. */
export function misspelledHeading({ heading, meant }: Section, reading: Reading): Problem | undefined {
  if (!heading || meant === undefined) return undefined;
  const words = headingName(reading.source, heading);
  const message = `${quoted(words)} is a heading of notes, and nothing below it is run. Did you mean ${quoted(meant)}?`;
  return errorAt(heading.text, { id: 'syntax', message, values: { name: words, suggestion: meant } });
}

const gluedHeading = /^#{1,6}(?=[^\s#])/;

/** `##Steps` without a space is no heading but a paragraph. */
export function gluedHeadings(section: Section, reading: Reading): readonly Problem[] {
  if (!reading.declared.isCodified) return [];
  return section.blocks.flatMap((block) => {
    const words = block.type === 'paragraph' ? reading.source.slice(block.from, block.from + 80) : '';
    const signs = gluedHeading.exec(words)?.[0];
    const [name = ''] = words.slice(signs?.length ?? 0).split(/[:(\r\n]/, 1);
    if (!signs || ![...wholeNames, ...firstWords].some((known) => isNear(name.trim(), known))) return [];
    const span = { from: block.from, to: block.from + signs.length + name.trimEnd().length };
    const message = `A heading needs a space behind its number signs: ${quoted(`${signs} ${name.trim()}`)}.`;
    return [errorAt(span, { id: 'syntax', message })];
  });
}

function isNear(words: string, name: string): boolean {
  const allowed = name.length > 5 ? 2 : 1;
  if (Math.abs(words.length - name.length) > allowed) return false;
  return spellingDistance(words.toLowerCase(), name.toLowerCase()) <= allowed;
}

/** `Edge cases- When …`, `Steps (for agents)`: the name of a section, and more that is no word of a longer name. */
function startsGlued(words: string, name: string): boolean {
  return (
    words.toLowerCase().startsWith(name.toLowerCase()) && /^\s*[^\s\p{L}]/u.test(words.slice(name.length))
  );
}

function holdsWork({ blocks }: Section): boolean {
  return blocks.some(({ type }) => type === 'list' || type === 'table' || type === 'paragraph');
}
