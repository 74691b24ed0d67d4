import { offeredSystems } from '../systems/offered-systems.ts';
import { auditCommand } from './audit-command.ts';
import { checkCommand } from './check-command.ts';
import { UnusableArguments, type CommandContext, type Output, type RunCommand } from './command-line.ts';
import { compareCommand } from './compare-command.ts';
import { evalCommand } from './eval-command.ts';
import { examplesCommand } from './examples-command.ts';
import { runCommand } from './run-command.ts';

const usage = `signoff check FILE… [--fix] [--json]                                problems of SOPs and of *.api.yaml, with their places
signoff examples FILE… [--suggest] [--json]                         runs the examples of SOPs
signoff audit FILE… [--json]                                        the scores of SOPs, with what cost them
signoff compare OLD NEW [--json]                                    what the difference of two versions means
signoff run FILE --facts FACTS.json [--approve all|none] [--json]   runs an SOP on facts, without any system
signoff eval < cases.jsonl                                          evaluates conditions, one case a line

check, audit and compare also take --today DATE; check and audit --teams "Tier 2, Payments" and --apis depot.api.yaml.
Exit status: 0 when all is well, 1 when something was found, 2 for unusable arguments.`;

const commands: Readonly<Record<string, RunCommand>> = {
  check: checkCommand,
  examples: examplesCommand,
  audit: auditCommand,
  compare: compareCommand,
  run: runCommand,
  eval: evalCommand,
};

/** Runs one command of the command line; gives the exit status. */
async function main(words: readonly string[], output: Output, context: CommandContext): Promise<number> {
  const [name = '', ...rest] = words;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    output.error(name ? `There is no command “${name}”.\n\n${usage}` : usage);
    return 2;
  }
  try {
    return await command(rest, output, context);
  } catch (error) {
    if (!(error instanceof UnusableArguments)) throw error;
    output.error(`signoff ${name}: ${error.message}`);
    return 2;
  }
}

/** The day where the command runs, as the calendar on the wall has it: not the one of Greenwich. */
function dayOf(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

const output: Output = {
  line: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
};

process.exitCode = await main(process.argv.slice(2), output, {
  today: dayOf(new Date()),
  catalogue: { systems: offeredSystems },
});
