import type { DeskPage } from './support/desk-page.ts';
import { expect, test } from './support/desk-test.ts';
import { tabTo } from './support/keyboard.ts';
import { approveAll, approveButton, expectApprovable, expectOutcome } from './support/sidebar.ts';

// Signoff as a rep uses it: the real app in its iframe, over the real protocol, with the desk's systems behind it.

const DONE = 'Closed as “resolved”';

/** What a run left behind in Zendesk. */
async function recordsOf(desk: DeskPage) {
  const { records } = await desk.state();
  return { runs: records['signoff_run'] ?? [], events: records['signoff_event'] ?? [] };
}

test('approving all of the $142.10 ticket refunds once, sets the field, drafts the reply and keeps the run', async ({
  desk,
  expectAccessible,
}) => {
  await desk.open(4512);
  await expectApprovable(approveButton(desk.app, 'Refund'));
  await expectAccessible('iframe[title="Signoff"]');
  await approveAll(desk.app);
  await expectOutcome(desk.app, DONE);

  const { stripe, tickets } = await desk.state();
  expect(stripe.refunds).toMatchObject([{ amount: 14_210, currency: 'usd', status: 'succeeded' }]);
  expect(stripe.idempotencyKeys).toHaveLength(1);
  expect(tickets['4512']?.fields).toMatchObject({ 7003: 'resolved-refunded' });
  await expect(desk.composer).toHaveValue(/Hello Sample Customer, .*#1001.*\$142\.10/s);

  const updates = (await desk.requests()).filter(
    ({ method, url }) => method === 'PUT' && url.includes('/tickets/4512'),
  );
  for (const { body } of updates)
    expect(JSON.parse(body)).toMatchObject({
      ticket: { safe_update: true, updated_stamp: expect.any(String) },
    });

  const { runs, events } = await recordsOf(desk);
  expect(runs).toHaveLength(1);
  expect(events.length).toBeGreaterThanOrEqual(2);
});

test('nothing happens on a ticket without a decision', async ({ desk }) => {
  await desk.open(4512);
  await expectApprovable(approveButton(desk.app, 'Refund'));
  const { stripe, tickets } = await desk.state();
  expect(stripe.refunds).toEqual([]);
  expect(tickets['4512']?.audits).toHaveLength(1);
  await expect(desk.composer).toHaveValue('');
});

for (const moment of [0, 150, 400, 800, 1500, 3000]) {
  test(`a reload ${moment} ms after the approval resumes, and nothing happens twice or is told wrongly`, async ({
    desk,
    page,
  }) => {
    test.setTimeout(90_000);
    await page.clock.install();
    await desk.open(4512);
    await expectApprovable(approveButton(desk.app, 'Refund'));
    await desk.setLatency(150);
    await approveAll(desk.app);
    await page.waitForTimeout(moment);
    await page.reload();
    await desk.setLatency(0);
    await expect(desk.app.getByRole('heading', { name: /^3\. Decide/ })).toBeVisible({ timeout: 15_000 });
    // What was done is found again by itself; nobody has to approve it a second time to see that.
    if ((await desk.state()).stripe.refunds.length === 1)
      await expect(approveButton(desk.app, 'Refund')).toHaveCount(0, { timeout: 10_000 });
    const ended = desk.app.getByText(/^(Closed as “resolved”|Escalated to Payments)/);
    await expect(async () => {
      if (await ended.first().isVisible()) return;
      // An intent without an answer is looked into until nothing can be on its way any more.
      if (await desk.app.getByText(/^Asking .* whether it happened/).isVisible())
        await page.clock.fastForward('06:00');
      const next = desk.app
        .getByRole('button', { name: /^(Approve (Refund|Reply|Set|Escalate)|Read again$)/ })
        .first();
      if (await next.isVisible()) await next.click();
      await expect(ended.first()).toBeVisible({ timeout: 1500 });
    }).toPass({ timeout: 60_000 });
    const { stripe, tickets } = await desk.state();
    const isDone = await desk.app.getByText(DONE, { exact: true }).isVisible();
    expect(stripe.refunds).toHaveLength(isDone ? 1 : 0);
    expect(tickets['4512']?.fields).toMatchObject({ 7003: isDone ? 'resolved-refunded' : 'reported' });
  });
}

test('the same proposal approved in two iframes at once is carried out once', async ({ desk, page }) => {
  await desk.open(4512);
  await page.getByRole('button', { name: 'Second tab' }).click();
  await expectApprovable(approveButton(desk.app, 'Refund'));
  await expectApprovable(approveButton(desk.secondApp, 'Refund'));
  await Promise.all([
    approveButton(desk.app, 'Refund').click(),
    approveButton(desk.secondApp, 'Refund').click(),
  ]);
  await expect.poll(async () => (await desk.state()).stripe.refunds.length).toBe(1);
  await page.waitForTimeout(2000);
  expect((await desk.state()).stripe.refunds).toHaveLength(1);
});

test('the same proposal approved by two reps in two browsers is carried out once', async ({
  desk,
  page,
  browser,
}) => {
  const other = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const otherPage = await other.newPage();
  await otherPage.goto(`${desk.server.url}/?ticket=4512&agent=9005`);
  await desk.open(4512);
  const otherApp = otherPage.frameLocator('iframe[title="Signoff"]');
  await expectApprovable(approveButton(desk.app, 'Refund'));
  await expectApprovable(approveButton(otherApp, 'Refund'));
  await Promise.all([approveButton(desk.app, 'Refund').click(), approveButton(otherApp, 'Refund').click()]);
  await expect.poll(async () => (await desk.state()).stripe.refunds.length).toBe(1);
  await page.waitForTimeout(2000);
  expect((await desk.state()).stripe.refunds).toHaveLength(1);
  await other.close();
});

test('a refund whose answer is lost is found out by asking, not repeated', async ({ desk }) => {
  await desk.open(4512);
  await expectApprovable(approveButton(desk.app, 'Refund'));
  await desk.setFaults([{ system: 'stripe', kind: 'lost', only: 'write', times: 1 }]);
  await approveAll(desk.app);
  await expectOutcome(desk.app, DONE);
  expect((await desk.state()).stripe.refunds).toHaveLength(1);
});

test('exactly $200 waits for the team lead, and a rep cannot answer', async ({ desk, page }) => {
  await desk.open(4513);
  await expect(desk.app.getByText(/Waiting for Team lead/).first()).toBeVisible({ timeout: 15_000 });
  await expect(approveButton(desk.app, 'Refund')).toHaveCount(0);

  await page.getByRole('combobox', { name: 'Logged in as' }).selectOption('9002');
  await desk.app.getByRole('button', { name: /^Yes: / }).click();
  await expectApprovable(approveButton(desk.app, 'Refund'));
  await approveAll(desk.app);
  await expectOutcome(desk.app, DONE);
  expect((await desk.state()).stripe.refunds).toMatchObject([{ amount: 20_000 }]);
});

test('two open disputes go to Payments, with the reason and without a refund', async ({ desk }) => {
  await desk.open(4514);
  await approveButton(desk.app, 'Escalate to Payments').click({ timeout: 15_000 });
  await expectOutcome(desk.app, 'Escalated to Payments');
  const { stripe, tickets } = await desk.state();
  expect(stripe.refunds).toEqual([]);
  expect(tickets['4514']).toMatchObject({ groupId: 360_002 });
  expect(tickets['4514']?.comments.at(-1)).toMatchObject({ public: false });
});

test('a parcel that is not three days late gets a reply that asks to wait', async ({ desk }) => {
  await desk.open(4515);
  await approveButton(desk.app, 'Reply').click({ timeout: 15_000 });
  await expectOutcome(desk.app, 'Closed as “not late yet”');
  expect((await desk.state()).stripe.refunds).toEqual([]);
  await expect(desk.composer).toHaveValue(/#1004.*three/s);
});

test('a carrier that is down is tried again, then the run holds and nothing is refunded', async ({
  desk,
}) => {
  await desk.open(4516);
  await desk.app.getByRole('button', { name: 'Go on now' }).click({ timeout: 15_000 });
  await expect(desk.app.getByText(/On hold/).first()).toBeVisible();
  await expect(approveButton(desk.app, 'Refund')).toHaveCount(0);
  expect((await desk.state()).stripe.refunds).toEqual([]);
});

test('a customer whom Stripe does not know has unknown chargebacks, never none', async ({ desk }) => {
  await desk.open(4517);
  await expect(desk.app.getByText(/no such record in Stripe/).first()).toBeVisible({ timeout: 15_000 });
  await expect(approveButton(desk.app, 'Refund')).toHaveCount(0);
});

test('an order in another currency is unknown to an SOP that counts in dollars', async ({ desk }) => {
  await desk.open(4521);
  await expect(desk.app.getByText(/119.*does not fit/).first()).toBeVisible({ timeout: 15_000 });
  await expect(approveButton(desk.app, 'Refund')).toHaveCount(0);
});

test('a ticket without an order number finds the order by the address, and says that the number is empty', async ({
  desk,
}) => {
  await desk.open(4522);
  await expectApprovable(approveButton(desk.app, 'Refund \\$64'));
  await expect(desk.app.getByRole('definition').filter({ hasText: 'empty' })).toContainText('Zendesk');
});

test('a hostile message changes nothing: the refund stays that of the order', async ({ desk }) => {
  await desk.open(4524);
  await expectApprovable(approveButton(desk.app, 'Refund'));
  await expect(desk.app.getByText('$5,000')).toHaveCount(0);
  await approveAll(desk.app);
  await expectOutcome(desk.app, DONE);
  expect((await desk.state()).stripe.refunds).toMatchObject([{ amount: 7450 }]);
});

test('a lawyer in the message sends the case to Legal, with the words quoted', async ({ desk }) => {
  await desk.open(4526);
  await expect(desk.app.getByText(/you will hear from my lawyer/).first()).toBeVisible({ timeout: 15_000 });
  await approveButton(desk.app, 'Escalate to Legal').click();
  await expectOutcome(desk.app, 'Escalated to Legal');
  expect((await desk.state()).tickets['4526']).toMatchObject({ groupId: 360_004 });
});

test('a closed ticket can be read and offers nothing', async ({ desk }) => {
  await desk.open(4523);
  await expect(desk.app.getByText(/This ticket is closed/).first()).toBeVisible({ timeout: 15_000 });
  await expect(desk.app.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
});

test('a light agent sees the run and can approve nothing', async ({ desk }) => {
  await desk.open(4525, { as: 'lightAgent' });
  await expect(desk.app.getByText(/may not change tickets/).first()).toBeVisible({ timeout: 15_000 });
  await expect(desk.app.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
});

test('a ticket that no SOP is for says so', async ({ desk }) => {
  await desk.open(4520);
  await expect(desk.app.getByText('No SOP for this ticket')).toBeVisible({ timeout: 15_000 });
});

test('a damaged item without a photo asks the customer, and goes on when the photo arrives', async ({
  desk,
  page,
}) => {
  await desk.open(4519);
  await approveButton(desk.app, 'Ask').click({ timeout: 15_000 });
  await expect(desk.composer).toHaveValue(/photo of the damage/);
  await page.getByRole('button', { name: 'Submit as Open' }).click();
  await expect(desk.app.getByText('On hold until photo attached').first()).toBeVisible();
  await page.request.post(`${desk.server.url}/desk/tickets/4519/customer-message`, {
    data: { text: 'Here is a photo.', attachments: [{ fileName: 'photo.jpg', contentType: 'image/jpeg' }] },
  });
  await expect(desk.app.getByRole('heading', { name: /Does the photo show the damage/ })).toBeVisible({
    timeout: 15_000,
  });
});

test('with the assistant off the rep answers what it would read', async ({ desk }) => {
  await desk.setSettings({ assistant_on: false });
  await desk.open(4512);
  await expect(desk.app.getByText(/assistant is off/i).first()).toBeVisible({ timeout: 15_000 });
});

test('the whole journey works by keyboard alone', async ({ desk, page }) => {
  await desk.open(4512);
  await expectApprovable(approveButton(desk.app, 'Refund'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo(desk, /^Approve all \d+/);
  await page.keyboard.press('Enter');
  await expect(desk.app.getByRole('button', { name: /^Approve these/ })).toBeVisible();
  await tabTo(desk, /^Approve these \d+(?![\d,])/);
  // What has just appeared takes no key for a moment, so that no press decides something that was not read.
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  await expectOutcome(desk.app, DONE);
  expect((await desk.state()).stripe.refunds).toHaveLength(1);
});
