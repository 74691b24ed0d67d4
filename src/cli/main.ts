import { checkCommand } from './check-command.ts';
import type { Output } from './command-line.ts';
import { UnusableArguments } from './command-line.ts';
import { evalCommand } from './eval-command.ts';
import { examplesCommand } from './examples-command.ts';
import { runCommand } from './run-command.ts';

const usage = `signoff check FILE… [--json]                                              problems of SOPs, with their places
signoff examples FILE…                                                    runs the examples of SOPs
signoff run FILE --facts FACTS.json [--approve all|none] [--json]         runs an SOP on facts, without any system
signoff eval < cases.jsonl                                                evaluates conditions, one case a line

Exit status: 0 when all is well, 1 when something was found, 2 for unusable arguments.`;

const commands: Readonly<
  Record<string, (words: readonly string[], output: Output) => number | Promise<number>>
> = {
  check: checkCommand,
  examples: examplesCommand,
  run: runCommand,
  eval: evalCommand,
};

/** Runs one command of the command line; gives the exit status. */
async function main(words: readonly string[], output: Output): Promise<number> {
  const [name = '', ...rest] = words;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    output.error(name ? `There is no command “${name}”.\n\n${usage}` : usage);
    return 2;
  }
  try {
    return await command(rest, output);
  } catch (error) {
    if (!(error instanceof UnusableArguments)) throw error;
    output.error(`signoff ${name}: ${error.message}`);
    return 2;
  }
}

const output: Output = {
  line: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
};

process.exitCode = await main(process.argv.slice(2), output);
