import { readFileSync } from 'node:fs';

/** Where a command writes: results as lines, remarks apart from them. */
export type Output = { line(text: string): void; error(text: string): void };

/** The words of the command line cannot be used: exit status 2. */
export class UnusableArguments extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnusableArguments';
  }
}

export type Words = {
  readonly files: readonly string[];
  readonly options: ReadonlyMap<string, string | true>;
};

/** Splits words into files and options; `withValue` names the options that are followed by a value. */
export function readWords(
  words: readonly string[],
  { flags, withValue }: { flags: readonly string[]; withValue: readonly string[] },
): Words {
  const files: string[] = [];
  const options = new Map<string, string | true>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) files.push(word);
    else if (flags.includes(word.slice(2))) options.set(word.slice(2), true);
    else if (withValue.includes(word.slice(2))) options.set(word.slice(2), valueAfter(words, at++));
    else
      throw new UnusableArguments(
        `“${word}” is not an option here; known: ${[...flags, ...withValue].map((name) => `--${name}`).join(', ') || 'none'}.`,
      );
  }
  return { files, options };
}

function valueAfter(words: readonly string[], at: number): string {
  const value = words[at + 1];
  if (value === undefined) throw new UnusableArguments(`“${words[at] ?? ''}” needs a value behind it.`);
  return value;
}

/** The text of a file, or an error that names it. Bytes that are no UTF-8 become replacement characters, which the parser reports. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UnusableArguments(
      `cannot read “${file}”: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

export function needFiles({ files }: Words): readonly string[] {
  if (files.length === 0)
    throw new UnusableArguments('name at least one SOP file, such as sops/late-parcel.sop.md.');
  return files;
}
