import { audit } from '../domain/audit/audit.ts';
import { auditDimensions, type Audit } from '../domain/audit/audit-result.ts';
import {
  contextFrom,
  contextOptions,
  needFiles,
  readText,
  readWords,
  type CommandContext,
  type Output,
} from './command-line.ts';
import { lineAndColumn } from './line-and-column.ts';

/**
 * `signoff audit FILE… [--json] [--today DATE] [--teams "Tier 2, Payments"]`: the scores of SOPs with the sentences that cost them
 * points, the worst first; 1 when one of them is not automation-ready.
 */
export function auditCommand(words: readonly string[], output: Output, given: CommandContext): number {
  const read = readWords(words, { flags: ['json'], withValue: contextOptions });
  const context = contextFrom(read, given);
  const audited = needFiles(read)
    .map((file) => ({ file, text: readText(file) }))
    .map(({ file, text }) => ({ file, text, audit: audit(text, context) }));
  if (read.options.has('json')) output.line(jsonOf(audited));
  else for (const sheet of audited) printForPeople(output, sheet);
  return audited.every((sheet) => sheet.audit.ready) ? 0 : 1;
}

type Audited = { readonly file: string; readonly text: string; readonly audit: Audit };

/** One object for one file, an array for several. */
function jsonOf(audited: readonly Audited[]): string {
  const sheets = audited.map(({ file, audit: { kind, scores, ready, findings } }) => ({
    file,
    kind,
    scores,
    ready,
    findings: findings.map(({ dimension, cost, from, to, message }) => ({
      dimension,
      cost,
      from,
      to,
      message,
    })),
  }));
  return JSON.stringify(sheets.length === 1 ? sheets[0] : sheets, null, 2);
}

function printForPeople(
  output: Output,
  { file, text, audit: { kind, scores, ready, findings } }: Audited,
): void {
  const numbers = auditDimensions.map((dimension) => `${dimension} ${scores[dimension].toFixed(1)}`);
  const verdict = `${ready ? 'automation-ready' : 'not automation-ready'}${kind === 'prose' ? ' (prose)' : ''}`;
  output.line(`${file}: ${verdict}: ${numbers.join(', ')}`);
  for (const { dimension, cost, message, from } of findings.toSorted((a, b) => b.cost - a.cost)) {
    const { line, column } = lineAndColumn(text, from);
    output.line(`${file}:${line}:${column} ${dimension} -${pointsOf(cost)}: ${message}`);
  }
}

/** Points with two digits that count: `0.35`, `0.0013`. */
const pointsOf = (cost: number): string => String(Number(cost.toPrecision(2)));
