import type { ActionImplementation } from '../../system.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { executeReship } from './execute-reship.ts';
import { prepareReship } from './prepare-reship.ts';
import { reconcileReship } from './reconcile-reship.ts';
import { reshipKind } from './reship-kind.ts';

export function reshipAction(tools: ShopifyTools): ActionImplementation {
  return {
    kind: reshipKind,
    prepare: (proposal, context, freshness) => prepareReship(tools, proposal, context, freshness),
    execute: (approval, context) => executeReship(tools, approval, context),
    reconcile: (approval) => reconcileReship(tools, approval),
  };
}
