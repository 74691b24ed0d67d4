import { foldName } from '../../facts/fact-name.ts';
import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem, Span } from '../../facts/problem.ts';
import { findLostBullets } from '../body/lost-bullet.ts';
import type { List } from '../markdown/block.ts';
import { warningAt } from '../problem-at.ts';
import type { Reading } from '../reading.ts';
import { gluedHeadings, misspelledHeading } from './misspelled-heading.ts';
import { decisionTitle } from './read-decision.ts';
import { strayList } from './read-steps.ts';
import type { Section } from './section.ts';
import { strayRows } from './stray-rows.ts';

type Structure = { readonly sections: readonly Section[]; readonly strays: readonly List[] };

/** Reports what is wrong with the sections of a document as a whole. */
export function reportStructure({ sections, strays }: Structure, reading: Reading): void {
  reading.reportAll(sections.flatMap((section) => gluedHeadings(section, reading)));
  const misspelled = sections.flatMap((section) => misspelledHeading(section, reading) ?? []);
  const decisions = sections.filter(({ kind }) => kind === 'decision');
  const replies = sections.filter(({ kind }) => kind === 'reply');
  reading.reportAll(misspelled);
  reading.reportAll(twinSections(decisions, (section) => decisionTitle(section).name));
  reading.reportAll(twinSections(replies, ({ name }) => name));
  if (!reading.declared.isCodified) return;
  reading.reportAll(strays.map(strayList));
  reading.reportAll(sections.flatMap((section) => strayRows(section, reading.source)));
  const hasSteps = sections.some(({ kind }) => kind === 'steps');
  if (!hasSteps) reading.reportAll(missingSteps(sections));
  for (const section of sections) {
    if (section.kind === 'notes' && !hasSteps) continue;
    for (const note of notesOf(section)) reading.reportAll(findLostBullets(note, reading));
  }
}

/** What nobody runs although it could look as if: paragraphs beside bullets, and bullets where only a table is read. */
function notesOf({ kind, blocks }: Section): readonly Span[] {
  switch (kind) {
    case 'steps':
    case 'edge-cases':
      return blocks.filter(({ type }) => type === 'paragraph');
    case 'decision':
    case 'examples':
      return blocks.filter(({ type }) => type === 'paragraph' || type === 'list');
    case 'notes':
      return blocks.filter(({ type }) => type === 'list');
    case 'reply':
      return [];
  }
}

/** The bullets of other sections stand in for the steps then, which is rarely what an SOP with facts of its own means. */
function missingSteps(sections: readonly Section[]): readonly Problem[] {
  const [list] = sections
    .filter(({ kind }) => kind === 'notes')
    .flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'list'));
  if (!list) return [];
  const message = 'There is no section “## Steps”, so the bullets of every section are taken for steps.';
  return [warningAt({ from: list.from, to: Math.min(list.to, list.from + 80) }, { id: 'syntax', message })];
}

/** Two decisions or replies with one name: a bullet that speaks of it would be ambiguous. */
function twinSections(
  sections: readonly Section[],
  nameOf: (section: Section) => string,
): readonly Problem[] {
  const seen = new Set<string>();
  return sections.flatMap((section) => {
    const name = nameOf(section);
    if (name === '' || !seen.has(foldName(name))) {
      seen.add(foldName(name));
      return [];
    }
    const message = `There are two sections called ${quoted(name)}.`;
    return [errorAt(section.heading?.text ?? section.span, { id: 'syntax', message, values: { name } })];
  });
}
