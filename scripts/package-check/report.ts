import type { Finding } from './finding.ts';

/** Prints findings, errors last where they are seen. True when there is no error. */
export function reportFindings(findings: readonly Finding[]): boolean {
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = findings.filter(({ level }) => level === 'warning');
  for (const { level, rule, message } of [...warnings, ...errors])
    console.log(`${level} ${rule}: ${message}`);
  console.log(`package check: ${errors.length} errors, ${warnings.length} warnings`);
  return errors.length === 0;
}
