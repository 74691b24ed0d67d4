import { errorAt } from '../facts/found-problem.ts';
import type { Problem } from '../facts/problem.ts';
import type { Sop, Step } from './document.ts';
import type { Header } from './header/read-header.ts';
import type { Block } from './markdown/block.ts';
import { NameList } from './name-list.ts';
import { Reading } from './reading.ts';
import { sectionAsMeant } from './sections/misspelled-heading.ts';
import { outlineProse, readParagraphSteps } from './sections/prose-steps.ts';
import { decisionTitle, readDecision } from './sections/read-decision.ts';
import { readEdgeCases } from './sections/read-edge-cases.ts';
import { readEvidence } from './sections/read-evidence.ts';
import { readExamplesTable } from './sections/read-examples-table.ts';
import { readReply } from './sections/read-reply.ts';
import { outlineSteps, readOutline } from './sections/read-steps.ts';
import { reportStructure } from './sections/report-structure.ts';
import type { Section, SectionKind } from './sections/section.ts';
import { splitSections } from './sections/split-sections.ts';

/** Reads everything below the header. All names are known first, because a bullet can speak of what stands further down. */
export function readDocument(
  source: string,
  header: Header,
  blocks: readonly Block[],
): { readonly sop: Sop; readonly problems: readonly Problem[] } {
  const split = splitSections(source, blocks);
  const sections = header.declares ? split.map(sectionAsMeant) : split;
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

/** What people call a document without a title: its first heading. */
function titleOf(sections: readonly Section[]): string {
  return sections.find(({ heading }) => heading)?.name ?? '';
}

/** Prose is ticked off by its paragraphs; a document that declares facts has lost its steps. */
function readStepsWithoutLists(sections: readonly Section[], reading: Reading): readonly Step[] {
  const { isCodified, hasHeader } = reading.declared;
  const steps = isCodified ? [] : readParagraphSteps(sections, reading);
  if (steps.length > 0 || !hasHeader) return steps;
  const place = sections.find(({ kind }) => kind === 'steps')?.heading ?? { from: 0, to: 3 };
  const message =
    'This SOP has no steps. Write a section “## Steps” with numbered steps, and bullets below them.';
  reading.report(errorAt(place, { id: 'syntax', message }));
  return [];
}
