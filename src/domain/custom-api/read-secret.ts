import { quoted } from '../facts/found-problem.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import { secretSettings, type ApiSecret } from './api-document.ts';
import type { Findings } from './api-problem.ts';

const form = /^header\s+(?<header>\S+?)(?:\s+with\s+(?<word>\S+))?\s+from\s+(?<setting>\S+)$/i;

/** A header name without `_`: Zendesk's proxy drops those. Source: docs/zendesk.md, "secure settings". */
const headerForm = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;

/** Headers that belong to the browser, the proxy or the request itself. */
const taken =
  /^(?:accept|accept-.*|access-control-.*|connection|content-.*|cookie2?|date|dnt|expect|forwarded|host|keep-alive|origin|permissions-policy|proxy-.*|referer|sec-.*|te|trailer|transfer-encoding|upgrade|user-agent|via|x-forwarded-.*|x-zendesk-.*)$/i;

export const secretExample = 'secret: header X-Api-Key from custom_api_secret_1';

/** Reads `header X-Api-Key from custom_api_secret_1`, `header Authorization with Bearer from …`, or `none`. */
export function readSecret(text: PlacedText, findings: Findings): ApiSecret | undefined {
  if (text.text.toLowerCase() === 'none') return undefined;
  const { header, word, setting = '' } = form.exec(text.text)?.groups ?? {};
  const known = secretSettings.find((name) => name === setting);
  if (header === undefined) {
    const message = `${quoted(text.text)} does not say where the secret goes. Write “${secretExample}”, “header Authorization with Bearer from custom_api_secret_1”, or “none”.`;
    findings.error(text.span, { id: 'api-secret', message });
  } else if (known === undefined) {
    const from = text.text.length - setting.length;
    const message = `${quoted(setting)} is not a setting for secrets of your own: ${secretSettings.join(', ')}.`;
    const span = text.spanOf(from, text.text.length);
    findings.unknown(span, { id: 'api-secret', message, name: setting, known: secretSettings });
  } else if (!isOwnHeader(header)) {
    findings.error(text.span, { id: 'api-secret', message: notAHeader(header), values: { header } });
  } else if (word !== undefined && !/^[A-Za-z][A-Za-z0-9-]{0,31}$/.test(word)) {
    const message = `${quoted(word)} cannot stand before the secret. Write a word such as “Bearer”.`;
    findings.error(text.span, { id: 'api-secret', message, values: { word } });
  } else return { header, word, setting: known };
  return undefined;
}

/** Whether a document may fill this header. */
export function isOwnHeader(header: string): boolean {
  return headerForm.test(header) && !taken.test(header);
}

/** Why it may not. */
export function notAHeader(header: string): string {
  return headerForm.test(header)
    ? `The header ${quoted(header)} belongs to the browser or to Zendesk.`
    : `${quoted(header)} is not the name of a header: letters, digits and “-”, and no “_”, which Zendesk's proxy drops.`;
}
