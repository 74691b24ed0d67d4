/** Stands for words that name something exactly: code, quoted words. From the private use area, so that no word holds it. */
export const nameMark = '\uE000';
/** Stands for where a link leads. */
export const linkMark = '\uE001';

/**
 * Every part begins with a character of its own and stops at the next one of its kind, so that each character is
 * looked at a few times at most, whatever is left open.
 */
const markup = new RegExp(
  [
    String.raw`(?<gone><!--(?:(?!<!--|-->)[^])*-->|!\[[^\]\[\n]*\]\([^()\s]*(?:\s"[^"\n]*")?\)|<\/?[a-z][^<>\n]{0,300}>|\{\{[^{}\n]*\}\}|&[a-z]{1,10};|\*+|(?<![\p{L}\p{N}_])_{1,2}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])_{1,2}(?![\p{L}\p{N}_])|(?<!\])\[)`,
    String.raw`(?<name>\x60\x60?[^\x60\n]+\x60\x60?|"[^"\n]{1,200}"|“[^“”\n]{1,200}”)`,
    String.raw`(?<link>\]\((?:[^()\s]|\([^()\s]*\))*(?:\s"[^"\n]*")?\)|\]\[[^\[\]\n]*\]|https?:\/\/[^\s<>()"'|]+)`,
  ].join('|'),
  'giu',
);

/** A Markdown text of the same length in which markup is blank and code, quoted words and link targets are marks. */
export function maskMarkup(text: string): string {
  return text.replace(markup, (part: string, ...rest: unknown[]) => {
    const groups = rest.at(-1);
    if (isGroups(groups) && groups.name !== undefined) return nameMark.repeat(part.length);
    if (isGroups(groups) && groups.link !== undefined) return linkMark.repeat(part.length);
    return blank(part);
  });
}

/** As many spaces, and the same line ends. */
export function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ');
}

function isGroups(value: unknown): value is { readonly name?: string; readonly link?: string } {
  return typeof value === 'object' && value !== null;
}
