import type { Frame } from '@playwright/test';
import type { DeskPage } from './support/desk-page.ts';
import { expect, test } from './support/desk-test.ts';

// The genuine SDK from npm in an iframe, against the desk's host: what the app may rely on.

test.use({ appName: 'test' });

type Client = {
  get(path: string | readonly string[]): Promise<Record<string, unknown>>;
  set(path: string | object, value?: unknown): Promise<Record<string, unknown>>;
  invoke(method: string, ...given: readonly unknown[]): Promise<unknown>;
  request(options: object | string): Promise<unknown>;
  on(event: string, handler: (data: unknown) => unknown): void;
  off(event: string, handler: (data: unknown) => unknown): void;
  trigger(event: string, data: unknown): void;
  context(): Promise<Record<string, unknown>>;
  metadata(): Promise<{ settings: Record<string, unknown> }>;
};

declare global {
  interface Window {
    client: Client;
    heard: unknown[];
  }
}

/** Opens a ticket and waits until the SDK is registered. */
async function frameOf(
  desk: DeskPage,
  ticketId: number,
  ...opening: [Parameters<DeskPage['open']>[1]?]
): Promise<Frame> {
  await desk.open(ticketId, ...opening);
  const frame = await desk.frame();
  await frame.waitForFunction(() => window.client !== undefined);
  await frame.evaluate(() => window.client.context());
  return frame;
}

/** Lets the page collect an event; the SDK's message is under way before the next call of it. */
async function listen(frame: Frame, event: string): Promise<void> {
  await frame.evaluate(async (name) => {
    window.heard = [];
    window.client.on(name, (data) => window.heard.push(data ?? null));
    await window.client.get('ticket.id');
  }, event);
}

const heard = (frame: Frame) => () => frame.evaluate(() => window.heard);

test('the app is registered with its place and its settings, and without secure ones', async ({ desk }) => {
  const frame = await frameOf(desk, 4512);
  const { context, metadata } = await frame.evaluate(async () => ({
    context: await window.client.context(),
    metadata: await window.client.metadata(),
  }));
  expect(context).toMatchObject({
    product: 'support',
    location: 'ticket_sidebar',
    ticketId: 4512,
    account: { subdomain: 'signoff-desk' },
  });
  expect(metadata).toMatchObject({
    installationId: 77_001,
    settings: { currency: 'USD', assistant_on: true },
  });
  expect(Object.keys(metadata.settings)).not.toContain('stripe_key');
});

test('one path that fails rejects, several resolve with the errors inside', async ({ desk }) => {
  const frame = await frameOf(desk, 4512);
  const single = await frame.evaluate(() =>
    window.client.get('ticket.nonsense').catch((error: unknown) => String(error)),
  );
  expect(single).toBe('APIError: "ticket.nonsense" No such Api');
  const bulk = await frame.evaluate(() =>
    window.client.get(['ticket.id', 'ticket.nonsense', 'ticket.customField:custom_field_7001']),
  );
  expect(bulk).toMatchObject({
    'ticket.id': 4512,
    'ticket.customField:custom_field_7001': '#1001',
    errors: { 'ticket.nonsense': { message: 'No such Api' } },
  });
});

test('the ticket, its people and its fields are read as Zendesk shows them', async ({ desk }) => {
  const frame = await frameOf(desk, 4512, { as: 'teamLead' });
  const read = await frame.evaluate(() =>
    window.client.get([
      'ticket.requester.email',
      'ticket.tags',
      'ticket.form.id',
      'ticket.brand.name',
      'currentUser.role',
      'currentUser.groups',
      'currentAccount.timeZone.ianaName',
      'ticketFields:custom_field_7003.label',
      'ticket.conversation',
    ]),
  );
  expect(read).toMatchObject({
    'ticket.requester.email': 'sample.customer@example.com',
    'ticket.tags': ['late_parcel'],
    'ticket.form.id': 8001,
    'ticket.brand.name': 'Outdoor Sample Shop',
    'currentUser.role': 4711,
    'currentUser.groups': [{ name: 'Tier 1' }, { name: 'Tier 2' }],
    'currentAccount.timeZone.ianaName': 'Etc/UTC',
    'ticketFields:custom_field_7003.label': 'Ship exception',
    'ticket.conversation': [{ author: { role: 'end-user' }, channel: { name: 'email' } }],
    errors: {},
  });
});

test('set changes the form on the screen, tells who listens, and saves nothing', async ({ desk, page }) => {
  const frame = await frameOf(desk, 4512);
  await listen(frame, 'ticket.priority.changed');
  await frame.evaluate(() =>
    window.client.set({
      'ticket.priority': 'urgent',
      'ticket.customField:custom_field_7003': 'resolved-refunded',
    }),
  );
  await expect(page.getByRole('combobox', { name: 'Priority' })).toHaveValue('urgent');
  await expect(page.getByRole('combobox', { name: 'Ship exception' })).toHaveValue('resolved-refunded');
  await expect.poll(heard(frame)).toEqual(['urgent']);
  expect((await desk.state()).tickets['4512']).toMatchObject({
    priority: 'normal',
    fields: { 7003: 'reported' },
  });
});

test('what the app appends stands in the composer as plain text', async ({ desk }) => {
  const frame = await frameOf(desk, 4512);
  await frame.evaluate(async () => {
    await window.client.invoke('comment.appendText', 'Hello, ');
    await window.client.invoke('comment.appendMarkdown', '**we** refund it.');
    await window.client.invoke('comment.appendHtml', '<p>Kind <b>regards</b></p><script>alert(1)</script>');
  });
  await expect(desk.composer).toHaveValue('Hello, **we** refund it.Kind regards\nalert(1)');
});

test('a relative address goes to Zendesk as the agent who is logged in', async ({ desk }) => {
  const frame = await frameOf(desk, 4512, { as: 'lightAgent' });
  const { user } = (await frame.evaluate(() => window.client.request('/api/v2/users/me.json'))) as {
    user: object;
  };
  expect(user).toMatchObject({ id: 9004, role_type: 1 });
  const refusal = await frame.evaluate(() =>
    window.client
      .request({
        url: '/api/v2/tickets/4512/tags.json',
        type: 'PUT',
        data: JSON.stringify({ tags: ['vip'] }),
        contentType: 'application/json',
        httpCompleteResponse: true,
      })
      .catch((error: unknown) => error),
  );
  expect(refusal).toMatchObject({ status: 403, responseJSON: { error: 'Forbidden' }, readyState: 4 });
});

test('a secure setting is filled in on the way and never comes back', async ({ desk }) => {
  const frame = await frameOf(desk, 4512);
  const answer = await frame.evaluate(() =>
    window.client.request({
      url: 'https://api.stripe.com/v1/customers?email=sample.customer@example.com&limit=10',
      type: 'GET',
      headers: { Authorization: 'Bearer {{setting.stripe_key}}' },
      secure: true,
      httpCompleteResponse: true,
    }),
  );
  expect(answer).toMatchObject({
    status: 200,
    statusText: 'OK',
    responseJSON: { data: [{ name: 'Sample Customer' }] },
  });
});

test('a lost answer rejects with status 0, after the system has acted', async ({ desk }) => {
  const frame = await frameOf(desk, 4512);
  await desk.setFaults([{ system: 'zendesk', kind: 'lost', only: 'write', times: 1 }]);
  const lost = await frame.evaluate(() =>
    window.client
      .request({
        url: '/api/v2/tickets/4512/tags.json',
        type: 'PUT',
        data: JSON.stringify({ tags: ['vip'] }),
        contentType: 'application/json',
      })
      .catch((error: unknown) => error),
  );
  expect(lost).toMatchObject({ status: 0, readyState: 0 });
  expect((await desk.state()).tickets['4512']?.tags).toContain('vip');
});

test('garbage is a failure where JSON was expected', async ({ desk }) => {
  const frame = await frameOf(desk, 4512);
  await desk.setFaults([{ system: 'zendesk', kind: 'garbage' }]);
  const garbage = await frame.evaluate(() =>
    window.client
      .request({ url: '/api/v2/users/me.json', dataType: 'json' })
      .catch((error: unknown) => error),
  );
  expect(garbage).toMatchObject({ status: 200, statusText: 'parsererror' });
});

test('what an app triggers comes back to all its instances that listen', async ({ desk, page }) => {
  const frame = await frameOf(desk, 4512);
  await page.getByRole('button', { name: 'Second tab' }).click();
  const second = await desk.frame('Signoff, second tab');
  await second.waitForFunction(() => window.client !== undefined);
  await listen(frame, 'hello');
  await listen(second, 'hello');
  await frame.evaluate(() => window.client.trigger('hello', { from: 'the first' }));
  await expect.poll(heard(frame)).toEqual([{ from: 'the first' }]);
  await expect.poll(heard(second)).toEqual([{ from: 'the first' }]);
});

test('an app that stopped listening hears nothing', async ({ desk }) => {
  const frame = await frameOf(desk, 4512);
  await listen(frame, 'ticket.subject.changed');
  await frame.evaluate(async () => {
    const first = (): void => void window.heard.push('off');
    window.client.on('ticket.priority.changed', first);
    window.client.off('ticket.priority.changed', first);
    await window.client.set('ticket.priority', 'low');
    await window.client.set('ticket.subject', 'Another subject');
  });
  await expect.poll(heard(frame)).toEqual(['Another subject']);
});

test('a save by somebody else is told, and unsaved edits stay', async ({ desk, page }) => {
  const frame = await frameOf(desk, 4512);
  await page.getByRole('combobox', { name: 'Priority' }).selectOption('high');
  await listen(frame, 'ticket.updated');
  await desk.customerWrites(4512, 'Is there any news?');
  await expect(page.getByRole('list').getByText('Is there any news?')).toBeVisible();
  await expect.poll(heard(frame)).toHaveLength(1);
  await expect(page.getByRole('combobox', { name: 'Priority' })).toHaveValue('high');
});

test('a hook can refuse Submit with a text, and the ticket stays as it was', async ({ desk, page }) => {
  const frame = await frameOf(desk, 4512);
  await listen(frame, 'ticket.submit.fail');
  await frame.evaluate(async () => {
    window.client.on('ticket.save', () => 'Please finish the SOP first.');
    await window.client.get('ticket.id');
  });
  await desk.composer.fill('On its way.');
  await page.getByRole('button', { name: 'Submit as Open' }).click();
  await expect(page.getByRole('alert')).toContainText('Please finish the SOP first.');
  await expect.poll(heard(frame)).toHaveLength(1);
  expect((await desk.state()).tickets['4512']?.comments).toHaveLength(1);
  await expect(desk.composer).toHaveValue('On its way.');
});

test('Submit saves form and comment in one update and tells the app', async ({ desk, page }) => {
  const frame = await frameOf(desk, 4512);
  await listen(frame, 'ticket.submit.done');
  await frame.evaluate(async () => {
    window.client.on('ticket.save', () => Promise.resolve());
    await window.client.set('ticket.customField:custom_field_7003', 'resolved-refunded');
  });
  await desk.composer.fill('Refunded.');
  await page.getByRole('combobox', { name: 'Status after Submit' }).selectOption('solved');
  await page.getByRole('button', { name: 'Submit as Solved' }).click();
  await expect.poll(heard(frame)).toHaveLength(1);
  const ticket = (await desk.state()).tickets['4512'];
  expect(ticket).toMatchObject({ status: 'solved', fields: { 7003: 'resolved-refunded' } });
  expect(ticket?.comments.at(-1)).toMatchObject({ body: 'Refunded.', public: true, authorId: 9001 });
  expect(ticket?.audits).toHaveLength(2);
});

test('the colours are in the address and change with an event', async ({ desk, page }) => {
  const frame = await frameOf(desk, 4512, { scheme: 'dark' });
  expect(new URL(frame.url()).searchParams.get('colorScheme')).toBe('dark');
  await listen(frame, 'colorScheme.changed');
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await expect.poll(heard(frame)).toEqual(['light']);
  expect(await frame.evaluate(() => window.client.get('colorScheme'))).toMatchObject({
    colorScheme: 'light',
  });
});

test('a ticket that goes to the back is deactivated, and activated when it comes back', async ({
  desk,
  page,
}) => {
  const frame = await frameOf(desk, 4512);
  await frame.evaluate(async () => {
    window.heard = [];
    for (const event of ['app.activated', 'app.deactivated'])
      window.client.on(event, () => window.heard.push(event));
    await window.client.get('ticket.id');
  });
  await expect.poll(heard(frame)).toEqual(['app.activated']);
  await frame.evaluate(() => window.client.invoke('routeTo', 'ticket', 4513));
  await expect(page.getByRole('heading', { name: 'Backpack lost on the way', level: 1 })).toBeVisible();
  await page.getByRole('navigation', { name: 'Open tickets' }).getByText('#4512').click();
  await expect.poll(heard(frame)).toEqual(['app.activated', 'app.deactivated', 'app.activated']);
});

test('a notice of the app is shown and can be closed', async ({ desk, page }) => {
  const frame = await frameOf(desk, 4512);
  await frame.evaluate(() =>
    window.client.invoke('notify', 'Done, <b>really</b>', 'notice', { sticky: true }),
  );
  const notice = page.getByRole('status').filter({ hasText: 'Done, <b>really</b>' });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Close notice' }).click();
  await expect(notice).toBeHidden();
});

test.describe('requests that break a rule', () => {
  test.use({ keepsContracts: false });

  test('a host that the manifest does not allow is not reached', async ({ desk }) => {
    const frame = await frameOf(desk, 4512);
    const refusal = await frame.evaluate(() =>
      window.client
        .request({ url: 'https://elsewhere.example/steal', type: 'POST', data: 'x' })
        .catch((error: unknown) => error),
    );
    expect((refusal as { status: number }).status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(refusal)).toContain('elsewhere.example');
  });

  test('a placeholder without secure is never filled in', async ({ desk }) => {
    const frame = await frameOf(desk, 4512);
    const refusal = await frame.evaluate(() =>
      window.client
        .request({
          url: 'https://api.stripe.com/v1/refunds',
          headers: { Authorization: 'Bearer {{setting.stripe_key}}' },
        })
        .catch((error: unknown) => error),
    );
    expect([400, 401]).toContain((refusal as { status: number }).status);
  });
});
