import { useState } from 'react';
import type { ProposalView } from '../../../app/proposal-view.ts';
import type { Parameters } from '../../../domain/run/commands.ts';

/** Values that the rep has changed and not yet approved. They live on the screen only; an approval carries them. */
export type Edits = {
  /** The values that an approval of this proposal would carry now. */
  readonly valuesOf: (proposal: ProposalView) => Parameters;
  readonly isEdited: (proposal: ProposalView) => boolean;
  readonly edit: (proposal: ProposalView, values: Parameters | undefined) => void;
};

/** Keeps the edits of a page. An edit belongs to exactly what was proposed: once the proposal is another one, it is gone. */
export function useEdits(): Edits {
  const [edits, setEdits] = useState<ReadonlyMap<string, Parameters>>(new Map());
  return {
    valuesOf: (proposal) => edits.get(keyOf(proposal)) ?? proposal.parameters,
    isEdited: (proposal) => edits.has(keyOf(proposal)),
    edit: (proposal, values) => {
      const changed = new Map(edits);
      if (values) changed.set(keyOf(proposal), values);
      else changed.delete(keyOf(proposal));
      setEdits(changed);
    },
  };
}

function keyOf({ id, proposed, preparation }: ProposalView): string {
  return JSON.stringify([id, proposed, preparation.is === 'ready' ? preparation.target.ids : undefined]);
}
