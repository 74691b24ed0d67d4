/** Characters that HTML names and Zendesk's editor writes. */
const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    rsquo: '’',
    lsquo: '‘',
    rdquo: '”',
    ldquo: '“',
    euro: '€',
  }),
);

/** Elements that end a line. */
const lineEnds = new Set([
  'br',
  '/p',
  '/div',
  '/li',
  '/tr',
  '/h1',
  '/h2',
  '/h3',
  '/h4',
  '/h5',
  '/h6',
  '/blockquote',
  '/pre',
]);
/** Elements whose content is nobody's words. */
const silent = new Set(['script', 'style']);

/**
 * The words of a piece of HTML, with its line breaks. For reading and quoting only: the result is data, and is never put into a page
 * as HTML. Reads the text once from front to back, because a customer may have written it to be slow.
 */
export function plainText(html: string): string {
  const lower = html.toLowerCase();
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    text += html.slice(at, open);
    const tag = tagAt(html, lower, open);
    if (tag === undefined) text += '<';
    else if (lineEnds.has(tag.name)) text += '\n';
    at = tag?.end ?? open + 1;
  }
  return tidied(decoded(text + html.slice(at)));
}

/** The tag at a `<`, and where what belongs to it ends; undefined where the `<` is only a sign. */
function tagAt(
  html: string,
  lower: string,
  open: number,
): { readonly name: string; readonly end: number } | undefined {
  if (lower.startsWith('<!--', open)) return { name: '!--', end: after(lower, '-->', open) };
  const name = /^<(\/?[a-z][a-z0-9]*)/.exec(lower.slice(open, open + 20))?.[1];
  if (name === undefined) return undefined;
  return { name, end: after(html, '>', silent.has(name) ? closing(lower, name, open) : open) };
}

const closing = (lower: string, name: string, from: number) => {
  const found = lower.indexOf(`</${name}`, from);
  return found < 0 ? lower.length : found;
};

/** Behind the next occurrence; at the end where there is none: what is never closed is not shown either. */
const after = (text: string, what: string, from: number) => {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found + what.length;
};

function tidied(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether a text is HTML, where its sender does not say. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?(p|div|br|span|a|ul|ol|li|b|i|strong|em|blockquote|table)[\s>/]/i.test(text);

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named.get(name.toLowerCase()) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
