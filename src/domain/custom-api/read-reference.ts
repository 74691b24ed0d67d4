import { quoted } from '../facts/found-problem.ts';
import type { PlacedText } from '../sop/placed-text.ts';
import type { ApiLookUp, RecordReference } from './api-document.ts';
import type { Findings } from './api-problem.ts';

/** Reads `parcel by number`: a look-up of the document and what its first name stands for; `parcel` alone is that of the ticket. */
export function readReference(
  text: PlacedText,
  lookUps: readonly ApiLookUp[],
  findings: Findings,
): RecordReference | undefined {
  const { record, by } = /^(?<record>\w+)(?:\s+by\s+(?:the\s+)?(?<by>\w+))?$/.exec(text.text)?.groups ?? {};
  if (record === undefined) {
    const message = `${quoted(text.text)} does not name a record. Write “parcel by number”.`;
    findings.error(text.span, { id: 'api-value', message });
    return undefined;
  }
  const lookUp = lookUps.find((one) => one.record === record);
  if (lookUp) return { lookUp, by };
  const known = lookUps.map((one) => one.record);
  const message = `${quoted(record)} is not a record below “look ups”, or has a mistake there.`;
  findings.unknown(text.spanOf(0, record.length), { id: 'api-unknown-name', message, name: record, known });
  return undefined;
}
