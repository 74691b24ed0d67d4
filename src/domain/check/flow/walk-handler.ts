import type { Handler } from '../../sop/document.ts';
import { along, meet, type Path } from './path.ts';
import type { PathWalk, ProposalVisit } from './path-walk.ts';
import { walkBody } from './walk-body.ts';

type Failing = { readonly around: Path; readonly proposals: readonly ProposalVisit[] };

/** What answers for a failure or a rejection. Its own end matters to nobody: behind it the run goes on as if nothing had failed. */
export function walkHandler(walk: PathWalk, handler: Handler, { around, proposals }: Failing): void {
  const isOf = (name: string): boolean => {
    if (handler.kind === 'on-rejection') return name === handler.action;
    return 'action' in handler.of
      ? name === handler.of.action
      : walk.actions.get(name)?.system === handler.of.system;
  };
  const failing = proposals.filter(({ instruction }) => isOf(instruction.action));
  const paths = failing.slice(0, mostProposals).map(({ reach }) => reach);
  // Also a reading can fail, and nobody can say in which runs.
  const isSure =
    failing.length <= mostProposals && (handler.kind === 'on-rejection' || 'action' in handler.of);
  const unsure = along(undefined, { is: 'perhaps' });
  const met = meet(isSure && paths.length > 0 ? paths : [...paths, unsure], undefined);
  walkBody(walk, handler.body, { reach: met?.path ?? unsure, around });
}

const mostProposals = 20;
