import type { CustomRoleSeed, TicketSeed, ZendeskSeed } from '../../../desk/fakes/zendesk/seed.ts';
import { sampleZendesk } from '../../support/sample-zendesk.ts';

const ticket = (id: number, given: Partial<TicketSeed>): TicketSeed => ({
  id,
  subject: `Ticket ${id}`,
  status: 'open',
  requesterId: 10,
  comments: [{ authorId: 10, body: 'Hello', public: true, at: '2026-11-18T08:00:00Z' }],
  createdAt: '2026-11-18T08:00:00Z',
  updatedAt: '2026-11-18T08:00:00Z',
  ...given,
});

const role = (id: number, configuration: CustomRoleSeed['configuration']): CustomRoleSeed => ({
  id,
  name: `Role ${id}`,
  kind: 'agent',
  ...(configuration ? { configuration } : {}),
});

/** A user of each role; the user's id is the role's less 4600. */
const roles: readonly CustomRoleSeed[] = [
  role(4720, { ticket_editing: false }),
  role(4721, { ticket_comment_access: 'none' }),
  role(4722, { ticket_tag_editing: false }),
  role(4723, { end_user_profile_access: 'readonly' }),
  role(4724, { organization_editing: false, organization_notes_editing: true }),
  role(4725, { assign_tickets_to_any_group: false }),
  role(4726, { side_conversation_create: false }),
  role(4727, { end_user_profile_access: 'edit-within-org' }),
  { id: 4728, name: 'Contributor', kind: 'contributor' },
];

/** The sample account with what only larger ones have: roles, statuses, a problem, ratings, side conversations. */
export const fullAccount: ZendeskSeed = {
  ...sampleZendesk,
  customRoles: [...(sampleZendesk.customRoles ?? []), ...roles],
  users: [
    ...sampleZendesk.users,
    { id: 5, name: 'Sample Lead', email: 'second.lead@sample.example', role: 'agent' },
    ...roles.map(({ id, name }) => ({
      id: id - 4600,
      name,
      email: `role.${id}@sample.example`,
      role: 'agent' as const,
      customRoleId: id,
      groupIds: [360002],
    })),
  ],
  brands: [...(sampleZendesk.brands ?? []), { id: 62, name: 'Second Shop' }],
  customStatuses: [
    { id: 300, label: 'New', category: 'new', isDefault: true },
    { id: 301, label: 'Open', category: 'open', isDefault: true },
    { id: 302, label: 'Waiting for carrier', category: 'open' },
    { id: 303, label: 'Pending', category: 'pending', isDefault: true },
    { id: 304, label: 'Solved', category: 'solved', isDefault: true },
    { id: 305, label: 'Solved without us', category: 'solved' },
  ],
  tickets: [
    ...sampleZendesk.tickets.map((one) =>
      one.id === 12
        ? {
            ...one,
            // Zendesk keeps the tag of a drop-down's option among the ticket's.
            tags: [...(one.tags ?? []), 'not_late_yet'],
            type: 'incident' as const,
            problemId: 14,
            customStatusId: 302,
            satisfaction: { score: 'bad', comment: 'Too slow' },
            followerIds: [3],
            ccIds: [10],
            sideConversations: [
              {
                id: 'side-1',
                subject: 'Parcel',
                to: ['a@b.example'],
                state: 'open' as const,
                at: '2026-11-19T08:00:00Z',
              },
              {
                id: 'side-2',
                subject: 'Old',
                to: ['a@b.example'],
                state: 'closed' as const,
                at: '2026-11-18T08:00:00Z',
              },
            ],
          }
        : one,
    ),
    ticket(14, { type: 'problem', subject: 'The carrier is on strike', requesterId: 3 }),
    ticket(15, { type: 'problem', subject: 'The warehouse is closed', requesterId: 3 }),
    ticket(16, { type: 'incident', problemId: 14, status: 'pending' }),
    ticket(17, { type: 'question', createdAt: '2026-06-01T08:00:00Z' }),
  ],
};
