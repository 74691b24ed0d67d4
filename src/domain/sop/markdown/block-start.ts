/** How blocks begin, as patterns of a line without its indentation. Source: CommonMark 0.31. */

export const heading = /^#{1,6}(?:[ \t]|$)/;
export const definitionStart = /^\[[^\]]{1,80}\]:[ \t]/;
export const underline = /^(?:=+|-+)[ \t]*$/;
export const rule = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
export const fence = /^(`{3,}(?=[^`]*$)|~{3,})/;

/** The line that closes a fence. */
export function fenceEnd(opening: string): RegExp {
  return new RegExp(`^${opening[0] ?? ''}{${String(opening.length)},}[ \\t]*$`);
}

export type Marker = { readonly kind: string; readonly width: number; readonly number: number | undefined };

const listMarker = /^(?:([-+*])|(\d{1,9})([.)]))(?=[ \t]|$)/;

/** `- `, `* `, `1. `, `1) `. Only a list that starts with 1 and has text may interrupt a paragraph. */
export function readMarker(line: string, options: { readonly inParagraph: boolean }): Marker | undefined {
  const found = listMarker.exec(line);
  if (!found) return undefined;
  const [marker, bullet, digits, end] = found;
  const isEmpty = line.slice(marker.length).trim() === '';
  if (options.inParagraph && (isEmpty || (digits !== undefined && Number(digits) !== 1))) return undefined;
  return {
    kind: bullet ?? end ?? '',
    width: marker.length,
    number: digits === undefined ? undefined : Number(digits),
  };
}

/** Whether a quoted line ends in text, so that a line without `>` can go on with it. */
export function quotesText(line: string): boolean {
  const words = line.replace(/^[> \t]+/, '');
  return words !== '' && !heading.test(words) && !fence.test(words) && !rule.test(words);
}
