const beyondAscii = /[\u0080-\uffff]/;

/** A text in the form in which texts and choices are compared: without case, in any script. */
export function foldCase(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text.normalize('NFC').toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** Whether two texts are the same without case. */
export function sameText(left: string, right: string): boolean {
  return left === right || foldCase(left) === foldCase(right);
}

/** Whether a character, by its UTF-16 code unit, is white space: also a hard space or the end of a line. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The offset behind the white space that stands at an offset. */
export function endOfSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** A text without white space around it, and with one space for every run of white space in it. */
export function foldSpace(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
