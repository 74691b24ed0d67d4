import { errorAt } from '../../facts/found-problem.ts';
import { readBody } from '../body/read-body.ts';
import { oneLine, type Note } from '../body/line.ts';
import type { Step } from '../document.ts';
import type { Block, Heading, List, ListItem } from '../markdown/block.ts';
import { withoutMarkup } from '../markup.ts';
import { PlacedText } from '../placed-text.ts';
import type { Reading } from '../reading.ts';
import { readStep } from './read-step.ts';
import type { Section } from './section.ts';

/** A step as it stands in the text, before its bullets are read: all numbers must be known before one can be jumped to. */
export type StepOutline = {
  readonly number: number;
  /** The numbered item; undefined for bullets without one. */
  readonly item: ListItem | undefined;
  readonly heading: Heading | undefined;
  /** Bullets that follow the item although they are not indented below it. */
  readonly lists: List[];
};

/**
 * The steps of `## Steps` in order. Their numbers are those that a reader sees; a number that was there before goes on from the
 * last one. Bullets without a numbered step are a step of their own. `strays` are lists that a note tears off their step.
 */
export function outlineSteps(sections: readonly Section[]): {
  readonly steps: readonly StepOutline[];
  readonly strays: readonly List[];
} {
  const steps: StepOutline[] = [];
  const strays: List[] = [];
  for (const { heading, blocks } of sections) {
    let before: Block | undefined;
    for (const block of blocks) {
      if (block.type === 'list') addList({ steps, strays }, block, before ?? heading);
      if (block.type !== 'definition') before = block;
    }
  }
  return { steps, strays };
}

type Outlines = { readonly steps: StepOutline[]; readonly strays: List[] };

function addList({ steps, strays }: Outlines, list: List, before: Block | undefined): void {
  const last = steps.at(-1);
  const own = before?.type === 'heading' ? before : undefined;
  if (list.start !== undefined) {
    for (const [index, item] of list.items.entries()) {
      steps.push({
        number: nextNumber(steps, (list.start || 1) + index),
        item,
        heading: undefined,
        lists: [],
      });
    }
  } else if (!last || own) {
    steps.push({ number: nextNumber(steps, 1), item: undefined, heading: own, lists: [list] });
  } else {
    // Bullets that are indented too little stand right behind their step; a note between them tears them off.
    if (before?.type !== 'list') strays.push(list);
    last.lists.push(list);
  }
}

function nextNumber(steps: readonly StepOutline[], written: number): number {
  return Math.max(written, (steps.at(-1)?.number ?? 0) + 1);
}

/** A list that belongs to no step. */
export function strayList(list: List) {
  const message =
    'These bullets stand under no step. Indent them below the name of the step that they belong to.';
  return errorAt({ from: list.from, to: list.items[0]?.to ?? list.to }, { id: 'syntax', message });
}

/** Reads a step with all its bullets. */
export function readOutline(outline: StepOutline, reading: Reading): Step {
  const { item, number, lists } = outline;
  return item ? readStep({ item, number, lists }, reading) : readBulletStep(outline, reading);
}

/** Bullets that are a step of their own, with the heading above them as its name. */
function readBulletStep({ number, heading, lists }: StepOutline, reading: Reading): Step {
  const notes: Note[] = [];
  const body = readBody(
    { inline: undefined, lists },
    { prefix: `${String(number)}.`, step: number, reading, notes },
  );
  const name = heading ? oneLine(withoutMarkup(PlacedText.at(reading.source, heading.text)).text) : '';
  const span = { from: heading?.from ?? lists[0]?.from ?? 0, to: lists.at(-1)?.to ?? 0 };
  return { number, name, span, notes, cites: [], body };
}
