import { quoted } from '../facts/found-problem.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import type { PathTemplate, TemplatePart, TextTemplate } from './api-document.ts';
import type { Findings } from './api-problem.ts';

const placeholder = /\{([^{}]*)\}/g;
const nameForm = /^\p{L}[\p{L}\p{M}\p{N}_ .'’-]*$/u;
/** What may stand in a segment as it is. Source: RFC 3986, section 3.3, `pchar` without the percent sign. */
const plainSegment = /^[A-Za-z0-9\-._~!$&'()*+,;=:@]*$/;

/** Reads `/parcels/{parcel number}/hold`: plain segments, with names that a value stands in for. */
export function readPath(text: PlacedText, findings: Findings): PathTemplate | undefined {
  const written = text.text;
  const because = pathProblem(written);
  if (because !== undefined) {
    findings.error(text.span, {
      id: 'api-address',
      message: `${quoted(written)} cannot be a path: ${because}`,
    });
    return undefined;
  }
  return written
    .slice(1)
    .split('/')
    .map((segment) => partsOf(segment));
}

function pathProblem(path: string): string | undefined {
  if (!path.startsWith('/')) return 'it begins with “/”.';
  if (path.length > 500) return 'it is longer than 500 characters.';
  const segments = path.slice(1).split('/');
  if (segments.slice(0, -1).includes('')) return 'something is missing between two “/”.';
  for (const segment of segments) {
    const parts = partsOf(segment);
    const texts = parts.flatMap((part) => (part.is === 'text' ? [part.text] : []));
    if (texts.some((text) => /[{}]/.test(text))) return 'a “{” or “}” is alone.';
    if (texts.some((text) => /[?#]/.test(text))) return 'a query stands below “query”.';
    if (!texts.every((text) => plainSegment.test(text))) return 'it has signs that do not belong in a path.';
    if (/^\.{1,2}$/.test(segment)) return '“.” and “..” lead somewhere else.';
    const strange = parts.find((part) => part.is === 'name' && !nameForm.test(part.name));
    if (strange?.is === 'name') return `${quoted(strange.name)} is not a name.`;
  }
  return undefined;
}

/** Reads a value of the query: any printable text with names in it. */
export function readText(text: PlacedText, findings: Findings): TextTemplate | undefined {
  const parts = partsOf(text.text);
  const isPlain = parts.every((part) =>
    part.is === 'text' ? /^[^{}\p{C}]*$/u.test(part.text) : nameForm.test(part.name),
  );
  if (isPlain && text.text.length <= 500) return parts;
  findings.error(text.span, {
    id: 'api-value',
    message: `${quoted(text.text)} is not a text with names such as “{order number}”.`,
  });
  return undefined;
}

/** Splits a text at its names. */
function partsOf(text: string): TextTemplate {
  const parts: TemplatePart[] = [];
  let at = 0;
  for (const { 0: whole, 1: name = '', index } of text.matchAll(placeholder)) {
    if (index > at) parts.push({ is: 'text', text: text.slice(at, index) });
    parts.push({ is: 'name', name: name.trim() });
    at = index + whole.length;
  }
  if (at < text.length) parts.push({ is: 'text', text: text.slice(at) });
  return parts;
}

/** The names in a text. */
export function namesIn(template: TextTemplate): readonly string[] {
  return template.flatMap((part) => (part.is === 'name' ? [part.name] : []));
}
