import type { ActionContext, Reconciliation } from '../../../app/ports/actions.ts';
import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { parseAnswer } from '../../look-up/parse-answer.ts';
import type { ActionImplementation } from '../../system.ts';
import {
  approvedTicket,
  impossible,
  line,
  obstacle,
  ready,
  textParameter,
  ticketTarget,
  type ActionTools,
} from '../action-tools.ts';
import {
  createdSchema,
  readSideConversations,
  sideConversationsPath,
  withoutAddOn,
  type SideConversation,
} from '../side-conversations.ts';
import { failedBecause, notDone, unreadableOutcome } from '../write-outcome.ts';

const text = { kind: 'text' } as const;

export const sideConversationKind: ActionKind = {
  operation: 'zendesk.side_conversation',
  system: 'zendesk',
  parameters: [
    { name: 'to', type: text, required: true, editable: true, limits: [] },
    { name: 'subject', type: text, required: true, editable: true, limits: [] },
    { name: 'body', type: text, required: true, editable: true, limits: [], long: true },
  ],
  risk: 'medium',
  movesMoney: false,
  // Zendesk knows no key for it: it is looked for right before, and never repeated by itself.
  onceBy: 'nothing',
  undo: undefined,
  preview: ['to'],
  confirmedBy: 'answer',
  reconciledBy: 'key',
};

/** Starts a side conversation by e-mail with somebody outside the ticket. The mail goes out at once and cannot be called back. */
export function startSideConversation(tools: ActionTools): ActionImplementation {
  return {
    kind: sideConversationKind,
    prepare: async ({ parameters }, context) =>
      (await obstacle(tools, context, ['start-side-conversation'])) ?? prepare(tools, parameters, context),
    execute: (approval, context) => start(tools, approval, context),
    reconcile: (approval, context) => reconcile(tools, approval, context),
  };
}

/** Several addresses stand one behind the other, with commas. */
function addressesIn(parameters: Parameters): readonly string[] | undefined {
  const addresses = textParameter(parameters, 'to')
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return addresses.length > 0 && addresses.every((one) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(one))
    ? addresses
    : undefined;
}

async function prepare(
  { transport }: ActionTools,
  parameters: Parameters,
  context: ActionContext,
): Promise<Preparation> {
  const addresses = addressesIn(parameters);
  if (!addresses) return impossible('refused', 'The side conversation needs an e-mail address to go to.');
  if (textParameter(parameters, 'body').trim() === '')
    return impossible('refused', 'The side conversation says nothing: write it first.');
  const present = await readSideConversations(transport, context.ticket.id, 'background');
  if (present.is === 'failed') return { is: 'impossible', failure: present.failure };
  return ready(ticketTarget(context), [line('to', addresses.join(', '))]);
}

async function start(
  { transport }: ActionTools,
  approval: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const ticket = approvedTicket(approval, context);
  if (ticket.is !== 'ticket') return ticket;
  const { parameters } = approval.approval;
  const addresses = addressesIn(parameters);
  if (!addresses) return failedBecause('refused', 'The side conversation needs an e-mail address to go to.');
  const present = await readSideConversations(transport, ticket.id, 'person');
  if (present.is === 'failed') return { is: 'failed', failure: present.failure };
  const earlier = withKey(present.body.conversations, approval.key);
  if (earlier) return done(earlier, context);
  const answer = await transport.send({
    system: 'zendesk',
    operation: `start a side conversation in ticket ${ticket.id}`,
    method: 'POST',
    path: sideConversationsPath(ticket.id),
    body: {
      json: {
        message: {
          subject: textParameter(parameters, 'subject'),
          body: textParameter(parameters, 'body'),
          to: addresses.map((email) => ({ email })),
        },
        external_ids: { signoff: approval.key },
      },
    },
    repeat: 'never',
    priority: 'person',
  });
  if (answer.is !== 'answered') {
    const failure = withoutAddOn(answer);
    return failure ? { is: 'failed', failure } : notDone(answer);
  }
  const created = parseAnswer(answer, createdSchema, 'the side conversation');
  return created.is === 'parsed'
    ? done(created.body.side_conversation, context)
    : unreadableOutcome(created.failure);
}

/** By our key among the ticket's own side conversations, never by search. */
async function reconcile(
  { transport }: ActionTools,
  approval: VerifiedApproval,
  context: ActionContext,
): Promise<Reconciliation> {
  const ticket = approvedTicket(approval, context);
  if (ticket.is !== 'ticket') return { is: 'cannot-tell', how: ticket.failure.reason };
  const present = await readSideConversations(transport, ticket.id, 'person');
  if (present.is === 'failed') return { is: 'cannot-tell', how: present.failure.reason };
  const { conversations, isWhole } = present.body;
  const found = withKey(conversations, approval.key);
  if (found) {
    const how = `Side conversation ${found.id} of ticket ${ticket.id} has the mark of this execution.`;
    return { is: 'happened', result: { ...done(found, context), reconciled: how }, how };
  }
  if (conversations.some((one) => mayBeOurs(one, approval)))
    return {
      is: 'cannot-tell',
      how: `Ticket ${ticket.id} has a side conversation of this subject that does not say where it comes from.`,
    };
  return isWhole
    ? {
        is: 'did-not-happen',
        how: `No side conversation of ticket ${ticket.id} has the mark of this execution.`,
      }
    : { is: 'cannot-tell', how: `Ticket ${ticket.id} has too many side conversations to look through.` };
}

const withKey = (conversations: readonly SideConversation[], key: string) =>
  conversations.find(({ external_ids: ids }) => ids?.['signoff'] === key);

/** Begun after the approval with the same subject, and without any mark. */
function mayBeOurs(
  { subject, created_at: at, external_ids: ids }: SideConversation,
  { approval }: VerifiedApproval,
): boolean {
  const isMarked = ids !== null && ids !== undefined && Object.keys(ids).length > 0;
  const isLater = at === null || at === undefined || Date.parse(at) >= Date.parse(approval.at);
  return !isMarked && isLater && subject === textParameter(approval.parameters, 'subject');
}

const done = ({ id }: SideConversation, { ticket }: ActionContext) =>
  ({ is: 'succeeded', reference: id, url: ticket.url }) as const;
