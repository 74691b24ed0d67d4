import { oneLine, readLine } from '../body/line.ts';
import type { Step } from '../document.ts';
import { manualStep } from '../instruction/manual-step.ts';
import type { Paragraph } from '../markdown/block.ts';
import { PlacedText } from '../placed-text.ts';
import type { Reading } from '../reading.ts';
import type { StepOutline } from './read-steps.ts';
import type { Section } from './section.ts';

/** The steps of a document without `## Steps`: every section with a list is one, so that any prose runs as a checklist. */
export function outlineProse(sections: readonly Section[]): readonly StepOutline[] {
  return sections
    .filter(({ kind }) => kind === 'notes')
    .map(({ heading, blocks }) => ({ heading, lists: blocks.filter((block) => block.type === 'list') }))
    .filter(({ lists }) => lists.length > 0)
    .map(({ heading, lists }, index) => ({ number: index + 1, item: undefined, heading, lists }));
}

/** The steps of a document without any list: a person ticks off its paragraphs. */
export function readParagraphSteps(sections: readonly Section[], reading: Reading): readonly Step[] {
  return sections
    .filter(({ kind }) => kind === 'notes' || kind === 'steps')
    .map((section) => ({ section, paragraphs: section.blocks.filter((block) => block.type === 'paragraph') }))
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map(({ section, paragraphs }, index) =>
      readParagraphStep({ section, paragraphs, number: index + 1 }, reading),
    );
}

type ParagraphStep = {
  readonly section: Section;
  readonly paragraphs: readonly Paragraph[];
  readonly number: number;
};

function readParagraphStep({ section, paragraphs, number }: ParagraphStep, reading: Reading): Step {
  const instructions = paragraphs.map((paragraph, index) => {
    const { phrase } = readLine(PlacedText.at(reading.source, paragraph), [], reading);
    reading.report(manualStep(phrase, 'Write each thing that is to be done in a bullet of its own.'));
    const path = `${String(number)}.${String(index + 1)}`;
    return { kind: 'manual', path, span: phrase.span, cites: [], text: oneLine(phrase.words) } as const;
  });
  const name = section.name;
  return { number, name, span: section.span, notes: [], cites: [], body: { instructions, handlers: [] } };
}
