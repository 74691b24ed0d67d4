/**
 * Characters that change how a text looks without being seen: direction marks and overrides, zero-width characters, soft
 * hyphens, tag characters and control characters. A customer, or whoever writes in another system, can use them to make an
 * amount or an address look like another one. Joiners are kept where a script or an emoji needs them.
 */
const hidden =
  /[^\P{Cc}\t\n]|[\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|(?<=^|[\p{Script=Latin}\p{Number}\p{Punctuation}\s])[\u200C\u200D]|[\u200C\u200D](?=$|[\p{Script=Latin}\p{Number}\s])/gu;

/** The text with every hidden character as its code, such as `⟨U+202E⟩`. Line ends stay. */
export function revealHidden(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(hidden, codeOf);
}

function codeOf(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
