import { foldName } from '../facts/fact-name.ts';
import { errorAt, quoted } from '../facts/found-problem.ts';
import type { Problem, Span } from '../facts/problem.ts';
import type { Sop, Step } from './document.ts';
import type { Header } from './header/read-header.ts';
import type { Block, List } from './markdown/block.ts';
import { findLostBullets } from './body/lost-bullet.ts';
import { NameList } from './name-list.ts';
import { warningAt } from './problem-at.ts';
import { Reading } from './reading.ts';
import { gluedHeadings, misspelledHeading } from './sections/misspelled-heading.ts';
import { outlineProse, readParagraphSteps } from './sections/prose-steps.ts';
import { decisionTitle, readDecision } from './sections/read-decision.ts';
import { readEdgeCases } from './sections/read-edge-cases.ts';
import { readEvidence } from './sections/read-evidence.ts';
import { readExamplesTable } from './sections/read-examples-table.ts';
import { readReply } from './sections/read-reply.ts';
import { outlineSteps, readOutline, strayList } from './sections/read-steps.ts';
import type { Section, SectionKind } from './sections/section.ts';
import { splitSections } from './sections/split-sections.ts';

/** Reads everything below the header. All names are known first, because a bullet can speak of what stands further down. */
export function readDocument(
  source: string,
  header: Header,
  blocks: readonly Block[],
): { readonly sop: Sop; readonly problems: readonly Problem[] } {
  const sections = splitSections(source, blocks);
  const ofKind = (kind: SectionKind): readonly Section[] =>
    sections.filter((section) => section.kind === kind);
  const outline = outlineSteps(ofKind('steps'));
  const steps =
    outline.steps.length > 0 || ofKind('steps').length > 0 ? outline.steps : outlineProse(sections);
  const evidence = readEvidence(blocks);
  const reading = new Reading(source, {
    vocabulary: header.vocabulary,
    actions: new NameList(header.actionNames),
    tables: new NameList(ofKind('decision').map((section) => decisionTitle(section).name)),
    replies: new NameList(ofKind('reply').map(({ name }) => name)),
    steps: new Set(steps.map(({ number }) => number)),
    systems: new NameList(header.systems),
    evidence,
    hasHeader: header.exists,
    isCodified: header.declares,
  });
  reportStructure({ sections, strays: outline.strays }, reading);
  const read = steps.map((step) => readOutline(step, reading));
  const edges = readEdgeCases(ofKind('edge-cases'), reading);
  const sop: Sop = {
    source,
    ...header.about,
    title: header.about.title || titleOf(sections),
    steps: read.length > 0 ? read : readStepsWithoutLists(sections, reading),
    decisions: ofKind('decision').map((section) => readDecision(section, reading)),
    edgeCases: edges.whens,
    edgeHandlers: edges.handlers,
    edgeReminders: edges.reminders,
    replies: ofKind('reply').map((section) => readReply(section, reading)),
    examples: readExamplesTable(ofKind('examples'), reading),
    evidence,
  };
  return { sop, problems: reading.problems };
}

type Structure = { readonly sections: readonly Section[]; readonly strays: readonly List[] };

function reportStructure({ sections, strays }: Structure, reading: Reading): void {
  reading.reportAll(sections.flatMap((section) => gluedHeadings(section, reading)));
  const misspelled = sections.flatMap((section) => misspelledHeading(section, reading) ?? []);
  const decisions = sections.filter(({ kind }) => kind === 'decision');
  const replies = sections.filter(({ kind }) => kind === 'reply');
  reading.reportAll(misspelled);
  reading.reportAll(twinSections(decisions, (section) => decisionTitle(section).name));
  reading.reportAll(twinSections(replies, ({ name }) => name));
  if (!reading.declared.isCodified) return;
  reading.reportAll(strays.map(strayList));
  reading.reportAll(missingSteps(sections));
  for (const { kind, blocks } of sections) {
    if (kind !== 'steps' && kind !== 'edge-cases') continue;
    for (const block of blocks)
      if (block.type === 'paragraph') reading.reportAll(findLostBullets(block, reading));
  }
}

/** What nobody runs in a section of which something else is run: paragraphs, and bullets below a table or a reply. */
function notesOf({ kind, blocks }: Section): readonly Span[] {
  switch (kind) {
    case 'steps':
    case 'edge-cases':
      return blocks.filter(({ type }) => type === 'paragraph');
    case 'decision':
    case 'examples':
      return blocks.filter(({ type }) => type === 'paragraph' || type === 'list');
    case 'reply':
    case 'notes':
      return [];
  }
}

/** The bullets of other sections stand in for the steps then, which is rarely what an SOP with facts of its own means. */
function missingSteps(sections: readonly Section[]): readonly Problem[] {
  const isThere = sections.some(({ kind }) => kind === 'steps');
  const [list] = sections
    .filter(({ kind }) => kind === 'notes')
    .flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'list'));
  if (isThere || !list) return [];
  const message = 'There is no section “## Steps”, so the bullets of every section are taken for steps.';
  return [warningAt({ from: list.from, to: Math.min(list.to, list.from + 80) }, { id: 'syntax', message })];
}

/** What people call a document without a title: its first heading. */
function titleOf(sections: readonly Section[]): string {
  return sections.find(({ heading }) => heading)?.name ?? '';
}

/** Prose is ticked off by its paragraphs; a document that declares facts has lost its steps. */
function readStepsWithoutLists(sections: readonly Section[], reading: Reading): readonly Step[] {
  if (!reading.declared.isCodified) return readParagraphSteps(sections, reading);
  const place = sections.find(({ kind }) => kind === 'steps')?.heading ?? { from: 0, to: 3 };
  const message =
    'This SOP has no steps. Write a section “## Steps” with numbered steps, and bullets below them.';
  reading.report(errorAt(place, { id: 'syntax', message }));
  return [];
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
