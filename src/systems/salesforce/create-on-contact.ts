import { failed, impossible } from '../write/outcome.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import type { ActionKind } from '../../domain/decisions/action-kind.ts';
import type { Approval } from '../../domain/decisions/approval.ts';
import type { Preparation, PreviewLine } from '../../domain/decisions/proposal.ts';
import type { Parameters } from '../../domain/run/commands.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import type { ActionImplementation } from '../system.ts';
import { createRecord, reconcileRecord } from './create-record.ts';
import { findRecord, knownOfAction } from './find-record.ts';
import type { Creatable, Fields } from './salesforce-api.ts';
import { recordUrl, salesforceRecords, textAt } from './salesforce-objects.ts';
import type { Row } from './salesforce-schemas.ts';
import { askerOf, notFound, textOf, type SalesforceTools } from './salesforce-tools.ts';

/** What a creation shows and uses besides the contact. */
export type Extra = {
  readonly ids: Readonly<Record<string, string>>;
  readonly preview: readonly PreviewLine[];
};

type Creation = {
  readonly kind: ActionKind;
  readonly object: Creatable;
  /** The parameter without which there is nothing to create. */
  readonly needs: 'note' | 'subject';
  readonly extra?: (
    contact: Row,
    parameters: Parameters,
    asker: Asker,
  ) => Promise<Extra | Extract<Preparation, { is: 'impossible' }>>;
  readonly fieldsOf: (approval: Approval, context: ActionContext) => Fields;
};

/** An action that creates something on the contact of the requester. */
export function createOnContact(tools: SalesforceTools, creation: Creation): ActionImplementation {
  const { kind, object, needs, fieldsOf } = creation;
  return {
    kind,
    prepare: async ({ parameters }, context, freshness) => {
      if (textOf(parameters[needs]) === '') return impossible('refused', `The ${needs} is empty.`);
      const contact = await findRecord(tools, 'contact', knownOfAction(context), askerOf(context, freshness));
      if (contact.is !== 'found') return notFound(contact, 'contact');
      const row = contact.record;
      const extra = await creation.extra?.(row, parameters, askerOf(context, 'shared'));
      if (extra !== undefined && 'is' in extra) return extra;
      return {
        is: 'ready',
        target: {
          ids: { contact: row.Id, ...extra?.ids },
          name: salesforceRecords.contact.nameOf(row),
          url: recordUrl(tools.host, row),
        },
        preview: extra?.preview ?? [],
        atMost: {},
      };
    },
    execute: async (approval, context) =>
      textOf(approval.approval.parameters[needs]) === ''
        ? failed('refused', `The ${needs} is empty.`)
        : createRecord(tools, approval, { object, fields: fieldsOf(approval.approval, context) }),
    reconcile: (approval) => reconcileRecord(tools, approval, object),
  };
}

/** A text with the line that says who approved it: Salesforce knows only the connected user. */
export function signed(text: string, { by }: Approval, { ticket }: ActionContext): string {
  const line = `Signoff, ticket ${ticket.id}, approved by ${by.name}`;
  return text === '' ? line : `${text}\n\n${line}`;
}

export const accountOf = (contact: Row): Extra => {
  const [id, name] = [textAt(contact, 'AccountId'), textAt(contact, 'Account.Name')];
  return {
    ids: id === undefined ? {} : { account: id },
    preview: name === undefined ? [] : [{ label: 'account', value: name }],
  };
};
