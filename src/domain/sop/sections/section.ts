import type { Span } from '../../facts/problem.ts';
import type { Block, Heading } from '../markdown/block.ts';

/** What a heading stands for. Every other heading holds notes for people. Source: SOP language, section 2. */
export type SectionKind = 'steps' | 'decision' | 'edge-cases' | 'reply' | 'examples' | 'notes';

export type Section = {
  readonly kind: SectionKind;
  /** Undefined for what stands before the first heading. */
  readonly heading: Heading | undefined;
  /** The words of the heading on one line; for a decision or a reply those behind the colon. Without marks and cites. */
  readonly name: string;
  /** The heading that was probably meant by one that is nearly one of the language. */
  readonly meant?: string;
  readonly span: Span;
  readonly blocks: readonly Block[];
};
