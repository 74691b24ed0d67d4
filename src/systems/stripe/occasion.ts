import type { ActionContext } from '../../app/ports/actions.ts';
import type { ReadRequest } from '../../app/ports/records.ts';
import { declarationOf, factText, recordDeclaration } from '../look-up/fact-text.ts';
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

/** `entities`: the records that the action is about; what the SOP declares one of them by, it is found by. */
export function occasionOfAction(
  { ticket, records, keyFact, chosen }: ActionContext,
  freshness: Occasion['freshness'],
  entities: readonly string[],
): Occasion {
  const declaration = declarationOf(records, 'stripe', entities);
  return {
    ticket,
    keyFact,
    chosen,
    freshness,
    ...(declaration === undefined ? {} : { declared: { key: factText(keyFact(declaration.by)) } }),
  };
}

/** By which number the ticket's payment is told: what the SOP declares, else the order number. An unknown key is never replaced by another. */
export const paymentKeyOf = ({ declared, keyFact }: Occasion): string | undefined =>
  declared === undefined ? factText(keyFact('order number')) : declared.key;

/** Whether the SOP declares the record by a fact that is not known. */
export const isKeyMissing = ({ declared }: Occasion): boolean =>
  declared !== undefined && declared.key === undefined;

export const askerOf = ({ ticket, freshness }: Occasion): Asker => ({ ticketId: ticket.id, freshness });
