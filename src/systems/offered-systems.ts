import type { ActionKind } from '../domain/decisions/action-kind.ts';
import type { Catalogue, FieldForm, OfferedSystem } from '../domain/sop/catalogue.ts';
import { easyPostKinds } from './easypost/easypost-kinds.ts';
import { easyPostFactFields } from './easypost/easypost-facts.ts';
import { hubspotFactFields, hubspotFurtherFields } from './hubspot/hubspot-facts.ts';
import { hubspotNoteKind, hubspotTaskKind, setPropertyKind } from './hubspot/hubspot-kinds.ts';
import { salesforceFactFields, salesforceFurtherFields } from './salesforce/salesforce-facts.ts';
import {
  salesforceCaseKind,
  salesforceNoteKind,
  salesforceTaskKind,
  setSalesforceFieldKind,
} from './salesforce/salesforce-kinds.ts';
import { shopifyFactFields } from './shopify/shopify-facts.ts';
import { shopifyKinds } from './shopify/shopify-kinds.ts';
import { stripeKinds } from './stripe/stripe-kinds.ts';
import { stripeFactFields } from './stripe/stripe-facts.ts';
import type { FactField } from './system.ts';
import { addNoteKind } from './zendesk/actions/add-note.ts';
import { applyMacroKind } from './zendesk/actions/apply-macro.ts';
import { assignKind } from './zendesk/actions/assign.ts';
import { askCustomerKind } from './zendesk/actions/ask-customer.ts';
import { draftReplyKind } from './zendesk/actions/draft-reply.ts';
import { escalateKind } from './zendesk/actions/escalate.ts';
import { linkProblemKind } from './zendesk/actions/link-problem.ts';
import { notifyKind } from './zendesk/actions/notify.ts';
import { setFieldKind } from './zendesk/actions/set-field.ts';
import { sideConversationKind } from './zendesk/actions/side-conversation.ts';
import { tagKind } from './zendesk/change-tag.ts';
import { furtherFacts, zendeskFacts } from './zendesk/zendesk-facts.ts';

/** Everything that the systems declare, without connecting any of them. */
export const declaredSystems: readonly DeclaredSystem[] = [
  declared('zendesk', {
    facts: [...zendeskFacts, ...furtherFacts],
    actions: [
      setFieldKind,
      tagKind('add'),
      tagKind('remove'),
      addNoteKind,
      applyMacroKind,
      assignKind,
      linkProblemKind,
      sideConversationKind,
      draftReplyKind,
      askCustomerKind,
      escalateKind,
      notifyKind,
    ],
  }),
  declared('shopify', { facts: shopifyFactFields, actions: shopifyKinds }),
  declared('stripe', { facts: stripeFactFields, actions: stripeKinds }),
  declared('easypost', { facts: easyPostFactFields, actions: easyPostKinds }),
  declared('hubspot', {
    facts: hubspotFactFields,
    furtherFields: hubspotFurtherFields,
    actions: [setPropertyKind, hubspotNoteKind, hubspotTaskKind],
  }),
  declared('salesforce', {
    facts: salesforceFactFields,
    furtherFields: salesforceFurtherFields,
    actions: [setSalesforceFieldKind, salesforceNoteKind, salesforceTaskKind, salesforceCaseKind],
  }),
];

type Offer = {
  readonly facts: readonly FactField[];
  readonly furtherFields?: readonly FieldForm[];
  readonly actions: readonly ActionKind[];
};

/** A system with its facts, without its custom fields, and the kinds of its actions. */
export type DeclaredSystem = Offer & { readonly name: string };

/**
 * What the systems offer to SOPs, without connecting any of them: for the checker, the audit and the completion. Custom fields
 * belong to an account, so they are not in it.
 */
export const offeredSystems: Catalogue['systems'] = declaredSystems.map(offered);

function declared(name: string, offer: Offer): DeclaredSystem {
  return { name, ...offer };
}

function offered({ name, facts, furtherFields, actions }: DeclaredSystem): OfferedSystem {
  return {
    name,
    ...(furtherFields === undefined ? {} : { furtherFields }),
    facts: facts.map(({ record, field, type }) => ({ record, field, type })),
    actions: actions.map(({ operation, parameters }) => ({
      operation,
      parameters: parameters.map(({ name: parameter, type, required }) => ({
        name: parameter,
        type,
        required,
      })),
    })),
  };
}
