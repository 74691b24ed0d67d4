import { describe, expect, test, vi } from 'vitest';
import { sampleWithoutOrganization } from '../../support/sample-zendesk.ts';
import { zendeskWorld } from './zendesk-world.ts';

describe('the ticket', () => {
  test('has its facts by the names of the SOP language', async () => {
    const ticket = await zendeskWorld().desk.ticket();
    expect(ticket).toMatchObject({
      id: '12',
      updatedAt: '2026-11-19T08:30:00Z',
      status: 'open',
      url: 'https://sample.zendesk.com/agent/tickets/12',
    });
    expect(ticket.facts).toEqual({
      'ticket form': 'Shipping',
      'ticket type': '',
      'ticket status': 'open',
      'ticket priority': 'normal',
      'ticket subject': 'Where is my parcel?',
      'ticket tags': ['late_parcel'],
      'ticket channel': 'email',
      'ticket brand': 'Sample Shop',
      'ticket language': 'de-DE',
      'requester name': 'Sample Customer',
      'requester email': 'customer@customer.example',
      'organization name': 'Sample Company',
    });
  });

  test('has its messages as text, and says who wrote them', async () => {
    const { messages } = await zendeskWorld().desk.ticket();
    expect(messages).toEqual([
      {
        id: 'message 1',
        from: 'customer',
        author: 'Sample Customer',
        text: 'My parcel S-1001 is <late> & I am waiting.\nPlease help!',
        at: '2026-11-19T08:00:00Z',
        attachments: [],
      },
      {
        id: 'message 2',
        from: 'agent',
        author: 'Sample Agent',
        text: 'Looked at the order.',
        at: '2026-11-19T08:30:00Z',
        attachments: [],
      },
    ]);
  });

  test('costs one request, for the names of the forms, and that once an hour', async () => {
    const { desk, requests, clock } = zendeskWorld();
    await desk.ticket();
    await desk.ticket();
    expect(requests.map(({ url }) => url)).toEqual(['/api/v2/ticket_forms.json']);
    await clock.advance(61 * 60 * 1000);
    await desk.ticket();
    expect(requests).toHaveLength(2);
  });

  test('has an unknown form where Zendesk does not name it, and an empty one where there is none', async () => {
    const down = zendeskWorld();
    down.faults.inject('zendesk', { fault: { is: 'status', status: 403 } });
    expect((await down.desk.ticket()).facts['ticket form']).toBeNull();
    expect((await zendeskWorld({ ticketId: 13 }).desk.ticket()).facts['ticket form']).toBe('');
  });

  test('has its comments where the account has no conversation, without their time', async () => {
    const { desk, client } = zendeskWorld({ ticketId: 13 });
    const get = client.get.bind(client);
    client.get = async (paths) => {
      const answer = await get(paths);
      if (!paths.includes('ticket.conversation')) return answer;
      return { ...answer, errors: { 'ticket.conversation': { message: 'No such Api' } } };
    };
    expect((await desk.ticket()).messages).toMatchObject([
      { from: 'customer', text: 'Thank you!', at: undefined, author: 'Sample Customer' },
    ]);
  });

  test('is refused by name where Zendesk gives another form than expected', async () => {
    const { desk, workspace } = zendeskWorld();
    workspace.set('ticket.conversation', [{ surprise: true }]);
    await expect(desk.ticket()).rejects.toThrow('Cannot read ticket 12: its conversation');
  });

  test('reads moments in every form that Zendesk gives them', async () => {
    const { desk, workspace } = zendeskWorld();
    workspace.set('ticket.updatedAt', 'Tue Nov 17 2026 00:43:37 GMT+0100 (CET)');
    expect((await desk.ticket()).updatedAt).toBe('2026-11-16T23:43:37Z');
  });
});

describe('who works in the sidebar', () => {
  test('is known with groups, language and the account’s zone, at no cost', async () => {
    const { desk, requests } = zendeskWorld();
    expect(await desk.currentUser()).toEqual({
      id: '2',
      name: 'Sample Agent',
      isAdmin: false,
      mayChangeTickets: true,
      memberOf: ['role agent', 'group 360002'],
      locale: 'en-US',
      timeZone: 'Europe/Berlin',
    });
    expect(requests).toEqual([]);
  });

  test('is an admin where Zendesk says so', async () => {
    expect(await zendeskWorld({ userId: 1 }).desk.currentUser()).toMatchObject({
      isAdmin: true,
      mayChangeTickets: true,
    });
  });

  test('holds a custom role, whose rights are asked for once', async () => {
    const { desk, requests } = zendeskWorld({ userId: 3 });
    expect(await desk.currentUser()).toMatchObject({ mayChangeTickets: true, memberOf: ['role 4711'] });
    await desk.currentUser();
    expect(requests).toHaveLength(1);
  });

  test('may only look as a light agent, and where it cannot be told', async () => {
    expect(await zendeskWorld({ userId: 4 }).desk.currentUser()).toMatchObject({ mayChangeTickets: false });
    const { desk, faults } = zendeskWorld({ userId: 3 });
    faults.inject('zendesk', { fault: { is: 'status', status: 500 }, times: 1 });
    expect(await desk.currentUser()).toMatchObject({ mayChangeTickets: false });
    expect(await desk.currentUser()).toMatchObject({ mayChangeTickets: true });
  });

  test('is not guessed where the account gives no time zone', async () => {
    const { desk, workspace } = zendeskWorld();
    workspace.set('currentAccount', {});
    workspace.set('currentUser', { id: 2, name: 'Sample Agent', role: 'agent' });
    await expect(desk.currentUser()).rejects.toThrow('time zone');
  });
});

describe('changes', () => {
  test('of the ticket are told once, however many properties changed', async () => {
    const { desk, workspace, clock } = zendeskWorld();
    const told = vi.fn<() => void>();
    desk.onTicketChanged(told);
    workspace.set('ticket.priority', 'high');
    workspace.set('ticket.status', 'pending');
    workspace.submit();
    await clock.advance(1000);
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('by somebody else are told', async () => {
    const { desk, zendesk, clock } = zendeskWorld();
    const told = vi.fn<() => void>();
    desk.onTicketChanged(told);
    zendesk.touched(13);
    await clock.advance(1000);
    expect(told).not.toHaveBeenCalled();
    zendesk.touched(12);
    await clock.advance(1000);
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('of the composer are none of the ticket', async () => {
    const { desk, workspace, clock } = zendeskWorld();
    const told = vi.fn<() => void>();
    desk.onTicketChanged(told);
    workspace.set('comment.text', 'Hello');
    await clock.advance(1000);
    expect(told).not.toHaveBeenCalled();
  });

  test('are not told any more after the end', async () => {
    const { desk, zendesk, clock } = zendeskWorld();
    const told = vi.fn<() => void>();
    const end = desk.onTicketChanged(told);
    zendesk.touched(12);
    end();
    zendesk.touched(12);
    await clock.advance(1000);
    expect(told).not.toHaveBeenCalled();
  });
});

test('another ticket is opened in Zendesk', async () => {
  const { desk, workspace } = zendeskWorld();
  await desk.openTicket('13');
  expect(workspace.opened).toEqual(['ticket 13']);
});

test('a requester without an organization has an empty organization name', async () => {
  expect(
    (await zendeskWorld({ seed: sampleWithoutOrganization() }).desk.ticket()).facts['organization name'],
  ).toBe('');
});
