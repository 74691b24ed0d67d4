import { checkSop, type CheckedSop } from '../check/check-sop.ts';
import type { CheckOptions } from '../check/rule.ts';
import type { Sop } from '../sop/document.ts';
import { findHeader } from '../sop/header/find-header.ts';
import type { Audit } from './audit-result.ts';
import { auditCodified } from './codified/audit-codified.ts';
import { auditProse } from './prose/audit-prose.ts';

/**
 * Scores an SOP from 1 to 5 on specificity, decidability, completeness and currency, each with the sentences that cost points. Every
 * text has a score, also an empty one. Never throws. Source: SOP language, section 7; docs/audit.md.
 */
export function audit(text: string, options: CheckOptions): Audit {
  return auditChecked(text, checkSop(text, options), options);
}

/** The same for a text that was already checked with these options, so that a keystroke reads the document once. */
export function auditChecked(text: string, { sop, problems }: CheckedSop, options: CheckOptions): Audit {
  return sop && declaresAnything(sop) ? auditCodified({ sop, problems }, options) : auditProse(text, options);
}

const entryBelow = /^(?:inputs|actions)[ \t]*:[ \t]*(?:\r\n|\n|\r)[ \t]+\S/m;

/** Whether the header declares facts or actions, be it with mistakes. */
function declaresAnything({ source, inputs, actions }: Sop): boolean {
  if (inputs.length + actions.length > 0) return true;
  const header = findHeader(source);
  return header !== undefined && entryBelow.test(source.slice(header.content.from, header.content.to));
}
