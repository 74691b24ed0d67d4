import type { RunContext } from './run-context.ts';

/**
 * Whether the run has changed something in an outside system, whoever has executed it and in whichever tab: what this tab fetched from
 * it may be from before. The ticket itself is watched, so Zendesk is not meant.
 */
export function changedByRun(system: string, { advanced }: Pick<RunContext, 'advanced'>): boolean {
  if (system === 'zendesk') return false;
  return advanced.plan.some(
    ({ operation, state }) => state.is === 'ended' && operation.startsWith(`${system}.`),
  );
}
