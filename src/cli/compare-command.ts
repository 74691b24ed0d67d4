import { compareVersions } from '../domain/compare/compare-versions.ts';
import { differenceText, type LineDifference } from '../domain/compare/difference.ts';
import { parseSop } from '../domain/sop/parse-sop.ts';
import {
  contextFrom,
  readText,
  readWords,
  UnusableArguments,
  type CommandContext,
  type Output,
} from './command-line.ts';

/**
 * `signoff compare OLD NEW [--json]`: what the difference between two versions means, then the lines; 1 when there is one. Errors in
 * one of the texts are remarks: what can be read is compared.
 */
export function compareCommand(words: readonly string[], output: Output, context: CommandContext): number {
  const read = readWords(words, { flags: ['json'], withValue: ['today'] });
  const [oldFile, newFile, ...others] = read.files;
  if (oldFile === undefined || newFile === undefined || others.length > 0)
    throw new UnusableArguments('name two files: the old version and the new one.');
  const before = readVersion(oldFile, output);
  const after = readVersion(newFile, output);
  const difference = compareVersions(before, after, contextFrom(read, context));
  if (read.options.has('json')) output.line(JSON.stringify(difference, null, 2));
  else {
    const sentences = differenceText(difference);
    if (sentences.length === 0) output.line('Nothing has changed in what the SOP says.');
    for (const sentence of sentences) output.line(`- ${sentence}`);
    for (const line of changedLines(difference.lines)) output.line(line);
  }
  return difference.changes.length > 0 ? 1 : 0;
}

function readVersion(file: string, output: Output) {
  const { sop, problems } = parseSop(readText(file));
  if (!sop) throw new UnusableArguments(`there is no SOP in “${file}”.`);
  const errors = problems.filter(({ level }) => level === 'error').length;
  if (errors > 0)
    output.error(`${file} has ${String(errors)} errors; what the app cannot read in it is compared as text.`);
  return sop;
}

/** The changed lines with their numbers, stretch by stretch. */
function changedLines(lines: readonly LineDifference[]): readonly string[] {
  const shown: string[] = [];
  let isApart = true;
  for (const line of lines) {
    if (line.is === 'same') isApart = true;
    else {
      if (isApart) shown.push('');
      isApart = false;
      shown.push(
        line.is === 'removed'
          ? `-${String(line.before)}: ${line.text}`
          : `+${String(line.after)}: ${line.text}`,
      );
    }
  }
  return shown;
}
