import type { ActionKind } from '../../src/domain/decisions/action-kind.ts';
import { refundKind } from '../../src/systems/stripe/refund-kind.ts';
import { reshipKind } from '../../src/systems/shopify/reship-kind.ts';
import { zendeskWorld } from '../systems/zendesk/zendesk-world.ts';

/** Every kind of action that the systems offer. */
export function offeredKinds(): readonly ActionKind[] {
  return [refundKind, reshipKind, ...zendeskWorld().system.actions.map(({ kind }) => kind)];
}
