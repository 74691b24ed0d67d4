import type { ActionContext } from '../../app/ports/actions.ts';
import type { ReadRequest } from '../../app/ports/records.ts';
import { factText, recordDeclaration } from '../look-up/fact-text.ts';
import type { Asker } from '../look-up/share-look-ups.ts';

/** What is known where a record is looked up: the same for a fact and for an action. */
export type Occasion = Pick<ReadRequest, 'ticket' | 'keyFact' | 'chosen' | 'freshness'> & {
  /** What the SOP declares this record by; `key` is undefined where that fact is not known. Absent where it declares nothing. */
  readonly declared?: { readonly key: string | undefined };
};

export function occasionOfRead(request: ReadRequest): Occasion {
  const { ticket, keyFact, chosen, freshness } = request;
  const declaration = recordDeclaration(request.records, request.source.declaredRecord);
  return {
    ticket,
    keyFact,
    chosen,
    freshness,
    ...(declaration === undefined ? {} : { declared: { key: factText(keyFact(declaration.by)) } }),
  };
}

export function occasionOfAction(
  { ticket, keyFact, chosen }: ActionContext,
  freshness: Occasion['freshness'],
): Occasion {
  return { ticket, keyFact, chosen, freshness };
}

export const askerOf = ({ ticket, freshness }: Occasion): Asker => ({ ticketId: ticket.id, freshness });
