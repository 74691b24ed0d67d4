import type { SectionKind } from '../sop/sections/section.ts';
import type { TextLine } from './text-lines.ts';

const kinds: readonly { readonly kind: SectionKind; readonly form: RegExp }[] = [
  { kind: 'steps', form: /^steps\b/i },
  { kind: 'edge-cases', form: /^edge\s+cases\b/i },
  { kind: 'examples', form: /^examples\b/i },
  { kind: 'decision', form: /^decision\s*:/i },
  { kind: 'reply', form: /^reply\s*:/i },
];

/** What the section of a line holds: a heading inside a longer section does not end it. */
export function sectionAt(lines: readonly TextLine[], index: number): SectionKind {
  let depth = 7;
  for (let at = index; at >= 0; at -= 1) {
    const words = lines[at]?.words ?? '';
    const signs = words.startsWith('#') ? /^#{1,6}(?=\s)/.exec(words)?.[0].length : undefined;
    if (signs === undefined || signs >= depth) continue;
    const heading = words.slice(signs).trim();
    const kind = kinds.find(({ form }) => form.test(heading))?.kind;
    if (kind) return kind;
    depth = signs;
  }
  return 'notes';
}
