import type { ActionImplementation } from '../../system.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { executeRefund } from './execute-refund.ts';
import { prepareRefund } from './prepare-refund.ts';
import { reconcileRefund } from './reconcile-refund.ts';
import { refundKind } from './refund-kind.ts';

export function refundAction(tools: ShopifyTools): ActionImplementation {
  return {
    kind: refundKind,
    prepare: (proposal, context, freshness) => prepareRefund(tools, proposal, context, freshness),
    execute: (approval, context) => executeRefund(tools, approval, context),
    reconcile: (approval) => reconcileRefund(tools, approval),
  };
}
