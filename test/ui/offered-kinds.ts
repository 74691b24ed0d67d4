import type { ActionKind } from '../../src/domain/decisions/action-kind.ts';
import {
  hubspotNoteKind,
  hubspotTaskKind,
  setPropertyKind,
} from '../../src/systems/hubspot/hubspot-kinds.ts';
import {
  salesforceCaseKind,
  salesforceNoteKind,
  salesforceTaskKind,
  setSalesforceFieldKind,
} from '../../src/systems/salesforce/salesforce-kinds.ts';
import { easyPostKinds } from '../../src/systems/easypost/easypost-kinds.ts';
import { stripeKinds } from '../../src/systems/stripe/stripe-kinds.ts';
import { shopifyKinds } from '../../src/systems/shopify/shopify-kinds.ts';
import { zendeskWorld } from '../systems/zendesk/zendesk-world.ts';

/** Every kind of action that the systems offer. */
export function offeredKinds(): readonly ActionKind[] {
  return [
    ...stripeKinds,
    ...easyPostKinds,
    ...shopifyKinds,
    setPropertyKind,
    hubspotNoteKind,
    hubspotTaskKind,
    setSalesforceFieldKind,
    salesforceNoteKind,
    salesforceTaskKind,
    salesforceCaseKind,
    ...zendeskWorld().system.actions.map(({ kind }) => kind),
  ];
}
