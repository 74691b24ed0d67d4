import type { ActionImplementation } from '../../system.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { cancelKind } from './cancel-kind.ts';
import { executeCancel } from './execute-cancel.ts';
import { prepareCancel } from './prepare-cancel.ts';
import { reconcileCancel } from './reconcile-cancel.ts';

export function cancelAction(tools: ShopifyTools): ActionImplementation {
  return {
    kind: cancelKind,
    prepare: (proposal, context, freshness) => prepareCancel(tools, proposal, context, freshness),
    execute: (approval) => executeCancel(tools, approval),
    reconcile: (approval) => reconcileCancel(tools, approval),
  };
}
