import { impossible } from '../write/outcome.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { Parameters } from '../../domain/run/commands.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import type { ActionImplementation } from '../system.ts';
import { accountOf, createOnContact, signed, type Extra } from './create-on-contact.ts';
import { salesforceCaseKind, salesforceNoteKind, salesforceTaskKind } from './salesforce-kinds.ts';
import { textAt } from './salesforce-objects.ts';
import { notFound, textOf, type SalesforceTools } from './salesforce-tools.ts';

/** Salesforce cuts subjects off at 255 characters. */
const longestSubject = 255;

export const addSalesforceNote = (tools: SalesforceTools): ActionImplementation =>
  createOnContact(tools, {
    kind: salesforceNoteKind,
    object: 'Task',
    needs: 'note',
    fieldsOf: (approval, context) => ({
      Subject: `Note from Zendesk ticket ${context.ticket.id}`,
      Description: signed(textOf(approval.parameters['note']), approval, context),
      Status: 'Completed',
      WhoId: approval.target.ids['contact'] ?? null,
    }),
  });

export const createSalesforceTask = (tools: SalesforceTools): ActionImplementation =>
  createOnContact(tools, {
    kind: salesforceTaskKind,
    object: 'Task',
    needs: 'subject',
    extra: async (_, parameters, asker) => ownerOf(tools, parameters, asker),
    fieldsOf: (approval, context) => {
      const { parameters, target } = approval;
      const due = textOf(parameters['due']);
      const { contact = null, owner } = target.ids;
      return {
        Subject: textOf(parameters['subject']).slice(0, longestSubject),
        Description: signed(textOf(parameters['body']), approval, context),
        Status: 'Not Started',
        WhoId: contact,
        ...(due === '' ? {} : { ActivityDate: due }),
        ...(owner === undefined ? {} : { OwnerId: owner }),
      };
    },
  });

export const createSalesforceCase = (tools: SalesforceTools): ActionImplementation =>
  createOnContact(tools, {
    kind: salesforceCaseKind,
    object: 'Case',
    needs: 'subject',
    extra: async (contact) => accountOf(contact),
    fieldsOf: (approval, context) => {
      const { parameters, target } = approval;
      const priority = textOf(parameters['priority']);
      const { contact = null, account } = target.ids;
      return {
        Subject: textOf(parameters['subject']).slice(0, longestSubject),
        Description: signed(textOf(parameters['body']), approval, context),
        ContactId: contact,
        ...(account === undefined ? {} : { AccountId: account }),
        ...(priority === '' ? {} : { Priority: priority }),
      };
    },
  });

/** Whom the task is for; the connected user where nobody is named. */
async function ownerOf(
  { records }: SalesforceTools,
  parameters: Parameters,
  asker: Asker,
): Promise<Extra | Extract<Preparation, { is: 'impossible' }>> {
  const email = textOf(parameters['owner']);
  if (email === '') return { ids: {}, preview: [] };
  const users = await records.rows(
    { select: ['Id', 'Name'], from: 'User', where: { Email: email, IsActive: true }, limit: 2 },
    asker,
  );
  if (users.is !== 'found') return notFound(users, 'user');
  const [user, ...others] = users.record;
  if (user === undefined || others.length > 0) {
    const found = user === undefined ? 'no active user' : 'several users';
    return impossible(
      'misconfigured',
      `Salesforce has ${found} with the address that the task is for. Check “owner” in the SOP.`,
    );
  }
  return { ids: { owner: user.Id }, preview: [{ label: 'owner', value: textAt(user, 'Name') ?? email }] };
}
