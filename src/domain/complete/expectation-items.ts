import { itemsOf, type CompletionItem } from './completion.ts';
import type { Outline } from './outline.ts';

/** What an example can expect. Source: SOP language, section 5. */
export function expectationItems(outline: Outline): readonly CompletionItem[] {
  const { actions, people, replies, outcomes } = outline;
  return [
    ...itemsOf(
      'action',
      each(
        'propose',
        actions.map(({ name }) => name),
      ),
    ),
    ...itemsOf('reply', each('draft reply', replies)),
    ...itemsOf('value', each('close as', outcomes)),
    ...itemsOf('keyword', ['judge', 'ask', 'hold', 'stop']),
    ...itemsOf('team', [...each('gate', people), ...each('escalate to', people)]),
  ];
}

const each = (word: string, names: readonly string[]) => names.map((name) => `${word} ${name}`);
