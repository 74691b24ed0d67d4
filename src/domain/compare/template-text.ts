import type { Template } from '../sop/document.ts';
import type { Names } from './effect.ts';

/** A text with its placeholders as they are written. */
export function textOf(template: Template, names: Pick<Names, 'fact'>): string {
  return template
    .map((piece) => ('text' in piece ? piece.text : `{${names.fact(piece.fact)}}`))
    .join('')
    .trim();
}
