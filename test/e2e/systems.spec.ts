import type { FrameLocator } from '@playwright/test';
import { expect as expectAtOnce, test } from './support/desk-test.ts';
import { tabTo } from './support/keyboard.ts';
import { approveAll, approveButton, expectApprovable, expectOutcome } from './support/sidebar.ts';

// Several records, systems of the settings, undo, colleagues, wrong keys: as a rep meets them in the sidebar.

const expect = expectAtOnce.configure({ timeout: 15_000 });

// On a machine at work on something else as well.
test.describe.configure({ timeout: 60_000 });

const SIDEBAR = 'iframe[title="Signoff"]';
const REP = 'Sample Rep';

const useThis = (app: FrameLocator, name: RegExp) =>
  app.getByRole('button', { name: new RegExp(`^Use this one: ${name.source}`) });

test('of two orders the rep chooses one by keyboard alone, and the run ends with that one', async ({
  desk,
  page,
  expectAccessible,
}) => {
  await desk.open(4539);
  await expect(desk.app.getByRole('heading', { name: /^Which order in Shopify/ })).toBeVisible();
  await expect(approveButton(desk.app, 'Refund')).toHaveCount(0);
  await expect(desk.app.getByText('waits for your choice').first()).toBeVisible();
  await expectAccessible(SIDEBAR);

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo(desk, /^Use this one: #1042/);
  await page.keyboard.press('Enter');
  await expectApprovable(approveButton(desk.app, 'Refund \\$84\\.00'));
  // What has just appeared takes no key for a moment, so that no press decides something that was not read.
  await page.waitForTimeout(400);
  await page.keyboard.press('a');
  await expect(approveButton(desk.app, 'Reply')).toBeVisible();
  await page.waitForTimeout(400);
  await page.keyboard.press('a');
  await expect(approveButton(desk.app, 'Set Ship exception')).toBeVisible();
  await page.waitForTimeout(400);
  await page.keyboard.press('a');
  await expectOutcome(desk.app, 'Closed as “resolved”');
  expect((await desk.state()).stripe.refunds).toMatchObject([{ amount: 8400, charge: 'ch_desk50052' }]);
});

test('the other order is another case: it is not late yet, and nothing is refunded', async ({ desk }) => {
  await desk.open(4539);
  await useThis(desk.app, /#1043/).click();
  await approveButton(desk.app, 'Reply').click();
  await expectOutcome(desk.app, 'Closed as “not late yet”');
  expect((await desk.state()).stripe.refunds).toEqual([]);
});

test('of two payments the rep chooses one on the refund’s card, and that one is refunded', async ({
  desk,
  expectAccessible,
}) => {
  await desk.open(4540);
  await expect(desk.app.getByText(/^Which payment in Stripe/).first()).toBeVisible();
  await expect(approveButton(desk.app, 'Refund')).toBeDisabled();
  await expectAccessible(SIDEBAR);

  await useThis(desk.app, /Visa ··7004, 10:09 UTC/).click();
  await expect(approveButton(desk.app, 'Refund')).toBeEnabled();
  await approveAll(desk.app);
  await expectOutcome(desk.app, 'Closed as “resolved”');
  expect((await desk.state()).stripe.refunds).toMatchObject([{ amount: 11_000, charge: 'ch_desk50053x9' }]);
});

test('a field is set back from its card after the run has ended, and the form shows the old value', async ({
  desk,
  page,
  expectAccessible,
}) => {
  await desk.open(4512);
  await expectApprovable(approveButton(desk.app, 'Refund'));
  await approveAll(desk.app);
  await expectOutcome(desk.app, 'Closed as “resolved”');
  const field = page.getByRole('combobox', { name: 'Ship exception' });
  await expect(field).toHaveValue('resolved-refunded');

  await desk.app.getByRole('button', { name: /^Undo Set Ship exception/ }).click();
  const approve = approveButton(desk.app, 'Undo: Set Ship exception: Reported');
  await expect(approve).toBeEnabled();
  await expect(desk.app.getByText('Resolved-refunded → Reported')).toBeVisible();
  await expectAccessible(SIDEBAR);
  await approve.click();
  await expect(desk.app.getByText(`taken back by ${REP}`)).toBeVisible();
  await expect(field).toHaveValue('reported');
  await expectOutcome(desk.app, 'Closed as “resolved”');
});

test('a colleague is asked by a note and answers in another browser; the answer arrives without a reload, and the depot is told and told back', async ({
  desk,
  page,
  browser,
  expectAccessible,
}) => {
  // All of the plan in sight: what the footer half covers would count as too small to press.
  await page.setViewportSize({ width: 1440, height: 1300 });
  await page.clock.install();
  await desk.open(4541);
  await expect(desk.app.getByText(/^Waiting for Logistics/)).toBeVisible();
  await expectAccessible(SIDEBAR);
  await desk.app.getByRole('button', { name: 'Ask a colleague' }).click();
  await expect(desk.app.getByRole('textbox', { name: 'Internal note for Logistics' })).toHaveValue(
    /May parcel DP-1045 stay/,
  );
  await expectAccessible(SIDEBAR);
  await desk.app.getByRole('button', { name: 'Write the note' }).click();
  await expect(desk.app.getByText(/^Asked Logistics/)).toBeVisible();
  await expect(page.getByText(/For Logistics: May parcel DP-1045/)).toBeVisible();

  const other = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const otherPage = await other.newPage();
  await otherPage.goto(`${desk.server.url}/?ticket=4541&agent=9006`);
  const otherApp = otherPage.frameLocator(SIDEBAR);
  await expect(otherApp.getByText(/^Asked Logistics .*Sample Rep/)).toBeVisible();
  await otherApp.getByRole('button', { name: /^Yes: May parcel/ }).click();
  await expectApprovable(approveButton(otherApp, 'Hold the parcel'));
  await other.close();

  await page.clock.fastForward('01:05');
  await expectApprovable(approveButton(desk.app, 'Hold the parcel: DP-1045'));
  await expectAccessible(SIDEBAR);
  await approveAll(desk.app);
  await expectOutcome(desk.app, 'Closed as “held”');
  const { tickets } = await desk.state();
  expect(tickets['4541']).toMatchObject({ status: 'hold', customStatusId: 3506 });
  expect(tickets['4541']?.tags).toContain('depot_hold');

  for (const undo of ['Add tag depot_hold', 'Hold the parcel: DP-1045']) {
    await desk.app.getByRole('button', { name: `Undo ${undo}` }).click();
    await approveButton(desk.app, 'Undo: ').click();
    await expect(desk.app.getByRole('button', { name: `Undo ${undo}` })).toHaveCount(0);
  }
  await expect(desk.app.getByText(`taken back by ${REP}`)).toHaveCount(2);
  expect((await desk.state()).tickets['4541']?.tags).not.toContain('depot_hold');
});

test('an answer that is lost is asked for, and the card says how and when, first that it cannot tell, then what was found', async ({
  desk,
  expectAccessible,
}) => {
  await desk.open(4512);
  await expectApprovable(approveButton(desk.app, 'Refund'));
  await desk.setFaults([
    { system: 'stripe', kind: 'lost', only: 'write' },
    { system: 'stripe', kind: 'down', match: '/v1/refunds' },
  ]);
  await approveButton(desk.app, 'Refund').click();
  await expect(desk.app.getByText(/^It may have happened/)).toBeVisible();
  await expect(desk.app.getByText(/^Asked .*: Stripe cannot tell whether it happened \(.+\)/)).toBeVisible();
  await expectAccessible(SIDEBAR);

  await desk.setFaults([]);
  await desk.app.getByRole('button', { name: 'Ask again' }).click();
  await expectApprovable(approveButton(desk.app, 'Reply'));
  await expect(desk.app.getByText(/found out afterwards/)).toBeVisible();
  expect((await desk.state()).stripe.refunds).toHaveLength(1);
});

test('a form that wants a field before solving is named on the card, and filling it in is enough', async ({
  desk,
  page,
  expectAccessible,
}) => {
  await desk.open(4542);
  await expect(desk.app.getByText(/^Not possible as things are: .*“Serial number”/)).toBeVisible();
  await approveButton(desk.app, 'Reply').click();
  await expect(approveButton(desk.app, 'Set status')).toBeDisabled();
  await expectAccessible(SIDEBAR);

  await page.getByRole('textbox', { name: 'Serial number' }).fill('CS-40917');
  await page.getByRole('button', { name: 'Submit as Open' }).click();
  await expect(approveButton(desk.app, 'Set status')).toBeEnabled();
  await approveButton(desk.app, 'Set status').click();
  await expectOutcome(desk.app, 'Closed as “registered”');
});

test('a wrong key is named with its setting, once, and the connections tell an admin which one it is', async ({
  desk,
  expectAccessible,
}) => {
  await desk.setSettings({ shopify_token: 'shpat_wrong' });
  await desk.open(4512, { as: 'admin' });
  const notices = desk.app.getByRole('status', { name: 'Notices' });
  await expect(notices.getByText(/The setting shopify_token is empty, wrong or no longer valid/)).toHaveCount(
    1,
  );
  await expect(approveButton(desk.app, 'Refund')).toHaveCount(0);
  await expectAccessible(SIDEBAR);

  await desk.app.getByRole('button', { name: 'More' }).click();
  await desk.app.getByRole('menuitem', { name: 'Check connections' }).click();
  await expect(desk.app.getByText('6 connected, 1 failing, 0 not set up.')).toBeVisible();
  await expect(desk.app.getByText(/^Cannot check the connection: Shopify did not accept/)).toBeVisible();
  await expectAccessible(SIDEBAR);
});
