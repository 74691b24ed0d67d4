/** The reply or note that the agent is writing. */
export type Composer = { readonly text: string; readonly type: 'publicReply' | 'internalNote' };

export const EMPTY_COMPOSER: Composer = { text: '', type: 'publicReply' };

/** Appends to what stands in the composer, as `comment.appendText` does. */
export function append(composer: Composer, text: string): Composer {
  return { ...composer, text: `${composer.text}${text}` };
}

/**
 * The words of a piece of HTML: the desk's composer is plain. Paragraphs and breaks become lines, list items bullets. Never shown as HTML.
 */
export function textOfHtml(html: string): string {
  return html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '- ')
    .replace(/<\/(p|div|li|h[1-6]|ul|ol|tr)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|lt|gt|quot|#39|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  amp: '&',
};
