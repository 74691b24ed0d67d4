import type { Approval } from '../../domain/decisions/approval.ts';

/**
 * The body of a note or task. HubSpot shows it as HTML, so what people wrote is escaped. The last line names who approved it and holds the
 * key by which a lost answer is cleared up: small, behind everything else, and in words, because HubSpot drops hidden elements and comments.
 */
export function activityBody(text: string, approval: Approval, key: string): string {
  const paragraphs = text
    .split(/\r\n|\r|\n/)
    .map((line) => (line.trim() === '' ? '' : `<p>${escaped(line)}</p>`))
    .join('');
  const mark = `<p><small>${escaped(`Signoff, approved by ${approval.by.name} [${key}]`)}</small></p>`;
  return `${paragraphs}${mark}`;
}

/** Whether a body carries this key, as it was written or as HubSpot may have written it anew. */
export function carriesKey(body: string | null | undefined, key: string): boolean {
  if (!body) return false;
  return body.includes(`[${key}]`) || body.includes(`[${escaped(key)}]`);
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
