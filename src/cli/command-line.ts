import { readFileSync } from 'node:fs';
import { offeredApi } from '../domain/custom-api/offered-api.ts';
import { parseApi } from '../domain/custom-api/parse-api.ts';
import { readValue } from '../domain/facts/read-value.ts';
import type { IsoDate } from '../domain/facts/value.ts';
import type { Catalogue } from '../domain/sop/catalogue.ts';

/** Where a command writes: results as lines, remarks apart from them. */
export type Output = { line(text: string): void; error(text: string): void };

/** What a command knows besides its words. */
export type CommandContext = {
  /** The real day, or the one that `--today` names. */
  readonly today: IsoDate;
  /** What the systems offer, and the teams that `--teams` names. */
  readonly catalogue: Catalogue;
};

/** One command: the words behind its name in, the exit status out. */
export type RunCommand = (
  words: readonly string[],
  output: Output,
  context: CommandContext,
) => number | Promise<number>;

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

/** Options with a value that say what a command knows: to be named in `withValue` beside the command's own. */
export const contextOptions = ['today', 'teams', 'apis'] as const;

/** The context as `--today DATE`, `--teams "Tier 2, Payments"` and `--apis depot.api.yaml` change it. */
export function contextFrom({ options }: Words, context: CommandContext): CommandContext {
  const teams = options.get('teams');
  const files = listOf(options.get('apis'));
  const catalogue =
    typeof teams === 'string' ? { ...context.catalogue, teams: listOf(teams) } : context.catalogue;
  const today = dateFrom(options.get('today')) ?? context.today;
  return withApis({ today, catalogue }, files.map(readText));
}

/** The context in which the systems of these descriptions are offered too; one with mistakes offers nothing. */
export function withApis(context: CommandContext, descriptions: readonly string[]): CommandContext {
  const offered = descriptions.flatMap((text) => {
    const { api } = parseApi(text);
    return api === undefined ? [] : [offeredApi(api)];
  });
  const { catalogue } = context;
  return { ...context, catalogue: { ...catalogue, systems: [...catalogue.systems, ...offered] } };
}

function listOf(names: string | true | undefined): readonly string[] {
  return typeof names === 'string' ? names.split(',').flatMap((name) => name.trim() || []) : [];
}

function dateFrom(text: string | true | undefined): IsoDate | undefined {
  if (text === undefined) return undefined;
  const read = typeof text === 'string' ? readValue({ kind: 'date' }, text) : undefined;
  if (read?.kind !== 'date')
    throw new UnusableArguments(`--today is a date such as 2026-11-20, not “${String(text)}”.`);
  return read.date;
}

/** The text of a file, or an error that names it. Bytes that are no UTF-8 become replacement characters, which the parser reports. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UnusableArguments(`cannot read “${file}”: ${reasonOf(error)}`, { cause: error });
  }
}

/** What an error says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function needFiles({ files }: Words): readonly string[] {
  if (files.length === 0)
    throw new UnusableArguments('name at least one SOP file, such as sops/late-parcel.sop.md.');
  return files;
}
