import type { Parameters } from '../run/commands.ts';
import type { CommandId } from '../run/events.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Target } from './proposal.ts';

/** What a person sees when approving: which proposal of which run, what it will do with which values, to what, and by which SOP. */
export type Shown = {
  readonly runId: string;
  readonly command: CommandId;
  readonly operation: string;
  readonly parameters: Parameters;
  readonly target: Target;
  readonly sopHash: string;
};

/**
 * The text whose SHA-256 binds an approval to exactly what was shown. Of the target the ids count, because the execution uses
 * them; its name and link are words for people and may be worded anew.
 */
export function digestInput({ runId, command, operation, parameters, target, sopHash }: Shown): string {
  return canonicalJson({ v: 1, runId, command, operation, parameters, target: target.ids, sopHash });
}
