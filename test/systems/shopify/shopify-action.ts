import type { ActionContext } from '../../../src/app/ports/actions.ts';
import type { VerifiedApproval } from '../../../src/domain/decisions/approval.ts';
import type { Preparation } from '../../../src/domain/decisions/proposal.ts';
import type { Parameters } from '../../../src/domain/run/commands.ts';
import type { Fault } from '../../support/faults.ts';
import { actionContext, proposal, targetOf, verified } from '../adapter-world.ts';
import type { ShopifyWorld } from './sample-shopify.ts';

/** One action of a world, with the parameters that it is proposed with. */
export function shopifyAction(
  world: ShopifyWorld,
  operation: string,
  parameters: Parameters,
  context: ActionContext = actionContext({ 'order number': '#1001' }),
) {
  const action = world.shopify.actions.find(({ kind }) => kind.operation === operation);
  if (action === undefined) throw new Error(`Shopify offers no ${operation}.`);
  const prepare = (freshness: 'shared' | 'newest' = 'shared') =>
    action.prepare(proposal(operation, parameters), context, freshness);
  return {
    prepare,
    /** An approval of what is proposed now. */
    approved: async (given: { readonly key?: string; readonly at?: string } = {}) =>
      verified(operation, parameters, targetOf(await prepare()), given),
    execute: (approval: VerifiedApproval) => world.settled(action.execute(approval, context)),
    reconcile: (approval: VerifiedApproval) => world.settled(action.reconcile(approval, context)),
  };
}

export const reasonOf = (preparation: Preparation) =>
  preparation.is === 'impossible' ? `${preparation.failure.code}: ${preparation.failure.reason}` : 'ready';

/** Requests of the document of this name. */
export const asking = (operation: string) => (request: { readonly body: string | undefined }) =>
  new RegExp(`(?:query|mutation) ${operation}\\b`).test(request.body ?? '');

/** HTTP 200 with this body. */
export const answering = (body: object) =>
  ({ is: 'status', status: 200, body: JSON.stringify(body) }) as const;

/** How often a document went out. */
export const sentOf = ({ zaf }: ShopifyWorld, operation: string): number =>
  zaf.requests.filter(({ data }) => asking(operation)({ body: data })).length;

/** Answers of which nobody knows what was done. */
export const unclearAnswers: readonly (readonly [string, Fault])[] = [
  ['down', { is: 'status', status: 503 }],
  ['silent', { is: 'silent' }],
  ['answering with a page', { is: 'garbage' }],
  [
    'broken inside',
    answering({ errors: [{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }),
  ],
  ['answering with nothing', answering({ data: {} })],
];
