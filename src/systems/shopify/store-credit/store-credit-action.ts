import type { ActionImplementation } from '../../system.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { executeStoreCredit } from './execute-store-credit.ts';
import { prepareStoreCredit } from './prepare-store-credit.ts';
import { reconcileStoreCredit } from './reconcile-store-credit.ts';
import { storeCreditKind } from './store-credit-kind.ts';

export function storeCreditAction(tools: ShopifyTools): ActionImplementation {
  return {
    kind: storeCreditKind,
    prepare: (proposal, context, freshness) => prepareStoreCredit(tools, proposal, context, freshness),
    execute: (approval) => executeStoreCredit(tools, approval),
    reconcile: (approval) => reconcileStoreCredit(tools, approval),
  };
}
