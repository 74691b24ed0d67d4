import type { DeskState } from '../desk.ts';
import type { TicketRow } from '../wire.ts';

/** The ticket list, with what there is to see in each. */
export function ticketRows({ world, systems }: DeskState): readonly TicketRow[] {
  const { tickets, users, seed } = systems.zendesk.state;
  return world.stories.flatMap(({ ticketId, shows, viewer }) => {
    const ticket = tickets.get(ticketId);
    if (ticket === undefined) return [];
    const form = seed.ticketForms?.find(({ id }) => id === ticket.formId);
    return [
      {
        id: ticket.id,
        subject: ticket.subject,
        status: ticket.status,
        priority: ticket.priority,
        requester: users.get(ticket.requesterId)?.name ?? '',
        form: form?.name ?? '',
        updatedAt: ticket.updatedAt,
        shows,
        viewer,
      },
    ];
  });
}
