import type { Evidence } from '../document.ts';
import type { Block } from '../markdown/block.ts';

/** The evidence that a document defines, `[P1]: https://… "title"`, wherever it stands. The first of a label counts. */
export function readEvidence(blocks: readonly Block[]): readonly Evidence[] {
  const evidence = new Map<string, Evidence>();
  for (const block of allBlocks(blocks)) {
    if (block.type !== 'definition') continue;
    const { label, url, title, from, to } = block;
    const key = label.toLowerCase();
    if (!evidence.has(key)) evidence.set(key, { label, url, title, span: { from, to } });
  }
  return [...evidence.values()];
}

function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'list') for (const item of block.items) yield* allBlocks(item.blocks);
  }
}
