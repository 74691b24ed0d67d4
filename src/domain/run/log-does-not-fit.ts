import type { CommandId } from './events.ts';

/** Names the first difference between a log and the SOP that it is replayed against. */
export class LogDoesNotFit extends Error {
  readonly command: CommandId;
  constructor(command: CommandId, what: string) {
    super(
      `Cannot replay the run: the log answers “${command}”, ${what}. The run needs the SOP version that it started with.`,
    );
    this.name = 'LogDoesNotFit';
    this.command = command;
  }
}
