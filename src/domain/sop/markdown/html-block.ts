/** How an HTML block ends: at a line that holds the text, or before the next blank line. */
export type HtmlEnd = { readonly at: RegExp } | 'blank line';

const endings: readonly { readonly start: RegExp; readonly end: RegExp }[] = [
  { start: /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  { start: /^<![a-z]/i, end: />/ },
];

const blockTag =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i;

const attribute = String.raw`\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>\x60]+|'[^']*'|"[^"]*"))?`;
const anyTagAlone = new RegExp(
  String.raw`^(?:<[A-Za-z][A-Za-z0-9-]*(?:${attribute})*\s*/?>|</[A-Za-z][A-Za-z0-9-]*\s*>)\s*$`,
);

/** Whether an HTML block starts with this line, and how it ends. Source: CommonMark 0.31, "HTML blocks". */
export function findHtmlBlock(line: string, options: { readonly inParagraph: boolean }): HtmlEnd | undefined {
  if (!line.startsWith('<')) return undefined;
  const known = endings.find(({ start }) => start.test(line));
  if (known) return { at: known.end };
  if (blockTag.test(line)) return 'blank line';
  return !options.inParagraph && anyTagAlone.test(line) ? 'blank line' : undefined;
}
