import type { ActionKind } from '../../domain/decisions/action-kind.ts';
import { cancelKind } from './cancel/cancel-kind.ts';
import { changeAddressKind } from './order-change/change-address.ts';
import { orderTagKind } from './order-change/change-tag.ts';
import { setNoteKind } from './order-change/set-note.ts';
import { refundKind } from './refund/refund-kind.ts';
import { reshipKind } from './reship/reship-kind.ts';
import { storeCreditKind } from './store-credit/store-credit-kind.ts';

/** What can be done in Shopify, in the order in which the system offers it. */
export const shopifyKinds: readonly ActionKind[] = [
  refundKind,
  cancelKind,
  reshipKind,
  storeCreditKind,
  changeAddressKind,
  orderTagKind('add'),
  orderTagKind('remove'),
  setNoteKind,
];
