import type { CheckOptions } from '../../check/rule.ts';
import type { Audit } from '../audit-result.ts';
import { scoreFindings } from '../score.ts';
import { auditCompleteness } from './completeness.ts';
import { auditCurrency } from './currency.ts';
import { auditDecidability } from './decidability.ts';
import { documentFacts, outsideFacts } from './document-facts.ts';
import { findInstructions } from './instructing.ts';
import { readProse } from './prose-document.ts';
import { findProseVague } from './prose-vague.ts';
import { auditSpecificity } from './specificity.ts';

/**
 * Scores an SOP that nobody has codified, in any Markdown, by its sentences. English; a text in another language scores
 * as one in which no instruction was found. Never throws, and takes time in proportion to the length.
 * Source: SOP language, section 7; docs/audit.md.
 */
export function auditProse(text: string, options: CheckOptions): Audit {
  const document = readProse(text);
  const facts = documentFacts(document);
  const instructions = findInstructions(outsideFacts(document.sentences, facts));
  const vague = findProseVague(document);
  return scoreFindings('prose', [
    ...auditSpecificity(document, { instructions, vague }),
    ...auditDecidability(document, { instructions, vague }),
    ...auditCompleteness(document, instructions),
    ...auditCurrency(document, facts, options.today),
  ]);
}
