import { writeFileSync } from 'node:fs';
import { checkSop } from '../domain/check/check-sop.ts';
import { parseApis } from '../domain/custom-api/parse-apis.ts';
import { applyFixes, type FoundProblem } from './apply-fixes.ts';
import {
  contextFrom,
  contextOptions,
  needFiles,
  readText,
  readWords,
  reasonOf,
  UnusableArguments,
  withApis,
  type CommandContext,
  type Output,
} from './command-line.ts';
import { lineAndColumn } from './line-and-column.ts';

/**
 * `signoff check FILE… [--fix] [--json] [--today DATE] [--teams "Tier 2, Payments"] [--apis FILES]`: 1 when an error or a warning was found; a mere
 * hint is no finding. With `--fix` what remains counts.
 */
export function checkCommand(words: readonly string[], output: Output, given: CommandContext): number {
  const read = readWords(words, { flags: ['json', 'fix'], withValue: contextOptions });
  const files = needFiles(read).map((file) => ({ file, text: readText(file) }));
  const descriptions = files.filter(({ file }) => isDescription(file)).map(({ text }) => text);
  const context = withApis(contextFrom(read, given), descriptions);
  const checked = files.map(({ file, text }) => check({ file, text }, context));
  const found = read.options.has('fix') ? checked.map((one) => fix(one, { context, output })) : checked;
  if (read.options.has('json'))
    output.line(
      JSON.stringify(
        found.flatMap(({ file, problems }) => problems.map((problem) => ({ ...problem, file }))),
        null,
        2,
      ),
    );
  else printForPeople(output, found);
  return found.some(({ problems }) => problems.some(({ level }) => level !== 'info')) ? 1 : 0;
}

type Sheet = { readonly file: string; readonly text: string };
type Checked = Sheet & { readonly problems: readonly FoundProblem[] };

/** The description of a system: `depot.api.yaml`. SOPs that are named beside it may use what it describes. */
const isDescription = (file: string): boolean => /\.api\.ya?ml$/i.test(file);

function check({ file, text }: Sheet, context: CommandContext): Checked {
  const { problems } = isDescription(file) ? parseApis(text) : checkSop(text, context);
  return { file, text, problems };
}

/** A fix can wait for another one at the same place, or bring out what the mistake had hidden: so the mended text is mended again. */
const mostRounds = 10;

/** Writes the file with its fixes, and says what has changed; gives what remains. */
function fix(before: Checked, { context, output }: { context: CommandContext; output: Output }): Checked {
  // Bytes that could not be read stand in the text as U+FFFD: writing it back would lose them.
  if (before.text.includes('\uFFFD')) return before;
  let now = before;
  for (let round = 1, isGettingBetter = true; isGettingBetter && round <= mostRounds; round += 1) {
    const fixed = applyFixes(now.text, now.problems);
    if (fixed.applied.length === 0) break;
    for (const { problem, title } of fixed.applied)
      output.error(`${placeOf(now, problem)} fixed ${problem.id}: ${title}`);
    const next = check({ file: now.file, text: fixed.text }, context);
    isGettingBetter = next.problems.length < now.problems.length;
    now = next;
  }
  if (now.text !== before.text) writeText(now);
  return now;
}

function writeText({ file, text }: Sheet): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UnusableArguments(`cannot write “${file}”: ${reasonOf(error)}`, { cause: error });
  }
}

function printForPeople(output: Output, found: readonly Checked[]): void {
  for (const sheet of found)
    for (const problem of sheet.problems)
      output.line(`${placeOf(sheet, problem)} ${problem.level} ${problem.id}: ${problem.message}`);
  output.line(summaryOf(found));
}

function placeOf({ file, text }: Sheet, { from }: FoundProblem): string {
  const { line, column } = lineAndColumn(text, from);
  return `${file}:${line}:${column}`;
}

/** `3 SOPs, 1 error, 2 warnings`; hints are named where there are any. */
function summaryOf(found: readonly Checked[]): string {
  const problems = found.flatMap((sheet) => sheet.problems);
  const count = (level: FoundProblem['level']) =>
    problems.filter((problem) => problem.level === level).length;
  const hints = count('info');
  const parts = [
    ...countedFiles(found),
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    ...(hints > 0 ? [counted(hints, 'hint')] : []),
  ];
  const fixable = problems.filter(({ fixes = [] }) => fixes.length > 0).length;
  return `${parts.join(', ')}${fixable > 0 ? `; ${fixable} can be mended with --fix` : ''}`;
}

/** SOPs and descriptions of systems apart; those of which there are none are not named beside the others. */
function countedFiles(found: readonly Checked[]): readonly string[] {
  const descriptions = found.filter(({ file }) => isDescription(file)).length;
  const sops = found.length - descriptions;
  return [
    ...(sops > 0 ? [counted(sops, 'SOP')] : []),
    ...(descriptions > 0 ? [counted(descriptions, 'description')] : []),
  ];
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
