import type { Clock } from '../../app/ports/clock.ts';
import type { ReadRequest } from '../../app/ports/records.ts';
import { declaredName, recordDeclaration } from '../look-up/fact-text.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { answerRead, type LookUp } from '../look-up/look-up.ts';
import type { System } from '../system.ts';
import type { Transport } from '../transport/transport.ts';
import { checkEasyPost } from './check-easypost.ts';
import { easyPostActions } from './easypost-actions.ts';
import { createEasyPostApi } from './easypost-api.ts';
import { easyPostFactFields } from './easypost-facts.ts';
import { createEasyPostRecords } from './easypost-records.ts';
import { readEasyPostFact } from './read-easypost-fact.ts';

export type EasyPostSettings = {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly dateOf: DateOf;
  /** The tracking number of the ticket's order, where a shop system knows it. */
  readonly trackingNumber?: (request: ReadRequest) => Promise<LookUp<string>>;
};

/** EasyPost behind the ports: where a parcel is, its label, its insurance and its claims. */
export function createEasyPostSystem({ transport, clock, dateOf, trackingNumber }: EasyPostSettings): System {
  const api = createEasyPostApi(transport);
  const records = createEasyPostRecords(api, clock);
  const finder = { records, dateOf, now: () => clock.now(), trackingNumber };
  return {
    name: 'easypost',
    facts: easyPostFactFields,
    keyFacts: (source, declarations, declared) => {
      const declaration = recordDeclaration(declarations, source.declaredRecord);
      if (declaration !== undefined) return [declaration.by];
      const key = declaredName(declared, 'tracking number') ?? declaredName(declared, 'order number');
      return key === undefined ? [] : [key];
    },
    read: async (request) => answerRead(request, await readEasyPostFact(finder, request)),
    check: () => checkEasyPost(transport),
    actions: easyPostActions(api, finder),
  };
}
