import type { Span } from '../../facts/problem.ts';
import type { Block, Heading } from '../markdown/block.ts';
import { withoutMarkup } from '../markup.ts';
import { PlacedText } from '../placed-text.ts';
import { oneLine } from '../body/line.ts';
import type { Section, SectionKind } from './section.ts';

type Heard = Pick<Section, 'kind' | 'name'>;
type Draft = Heard & { readonly heading: Heading | undefined; readonly blocks: Block[] };

/**
 * Splits a document at its headings. A heading that means nothing special ends a section only if it is not below it, so that a
 * long section can have headings of its own.
 */
export function splitSections(source: string, blocks: readonly Block[]): readonly Section[] {
  const drafts: Draft[] = [{ kind: 'notes', name: '', heading: undefined, blocks: [] }];
  for (const block of blocks) {
    const open = drafts.at(-1);
    if (block.type === 'heading' && startsSection(source, block, open)) {
      drafts.push({ ...readHeading(source, block), heading: block, blocks: [] });
    } else open?.blocks.push(block);
  }
  return drafts.map((draft) => ({ ...draft, span: spanOf(draft) }));
}

function startsSection(source: string, heading: Heading, open: Draft | undefined): boolean {
  if (open?.kind === 'notes' || !open?.heading) return true;
  return heading.depth <= open.heading.depth || readHeading(source, heading).kind !== 'notes';
}

const plainKinds: readonly { readonly kind: SectionKind; readonly words: RegExp }[] = [
  { kind: 'steps', words: /^steps\s*:?$/i },
  { kind: 'edge-cases', words: /^edge\s+cases\s*:?$/i },
  { kind: 'examples', words: /^examples\s*:?$/i },
];
const namedKinds: readonly { readonly kind: SectionKind; readonly words: RegExp }[] = [
  { kind: 'decision', words: /^decision\s*:\s*/i },
  { kind: 'reply', words: /^reply\s*:\s*/i },
];

/** The words of a heading on one line, without marks and cites. */
export function headingName(source: string, heading: Heading): string {
  const words = withoutMarkup(PlacedText.at(source, heading.text)).text;
  return oneLine(words.replace(/\[[^[\]]*\]/g, ''));
}

function readHeading(source: string, heading: Heading): Heard {
  const name = headingName(source, heading);
  const plain = plainKinds.find((kind) => kind.words.test(name));
  if (plain) return { kind: plain.kind, name };
  const named = namedKinds.find((kind) => kind.words.test(name));
  return named ? { kind: named.kind, name: name.replace(named.words, '') } : { kind: 'notes', name };
}

function spanOf({ heading, blocks }: Draft): Span {
  const from = heading?.from ?? blocks[0]?.from ?? 0;
  return { from, to: Math.max(heading?.to ?? from, blocks.at(-1)?.to ?? from) };
}
