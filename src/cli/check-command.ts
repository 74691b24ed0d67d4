import type { Problem } from '../domain/facts/problem.ts';
import { parseSop } from '../domain/sop/parse-sop.ts';
import { type Output, needFiles, readText, readWords } from './command-line.ts';
import { lineAndColumn } from './line-and-column.ts';

/** `signoff check FILE… [--json]`: 1 when an error or a warning was found; a mere hint is no finding. */
export function checkCommand(words: readonly string[], output: Output): number {
  const read = readWords(words, { flags: ['json'], withValue: [] });
  const found = needFiles(read)
    .map((file) => ({ file, text: readText(file) }))
    .map(({ file, text }) => ({ file, text, problems: parseSop(text).problems }));
  if (read.options.has('json'))
    output.line(
      JSON.stringify(
        found.flatMap(({ file, problems }) => problems.map((problem) => ({ ...problem, file }))),
        null,
        2,
      ),
    );
  else for (const { file, text, problems } of found) printProblems(output, { file, text, problems });
  return found.some(({ problems }) => problems.some(({ level }) => level !== 'info')) ? 1 : 0;
}

type Found = { readonly file: string; readonly text: string; readonly problems: readonly Problem[] };

function printProblems(output: Output, { file, text, problems }: Found): void {
  for (const { id, level, message, from } of problems) {
    const { line, column } = lineAndColumn(text, from);
    output.line(`${file}:${line}:${column} ${level} ${id}: ${message}`);
  }
  output.line(`${file}: ${problems.length === 0 ? 'no problems' : `${problems.length} found`}`);
}
