import { expect, test } from './support/desk-test.ts';

// An admin looks whether every system is connected, in a run and where there is none.

test('an admin checks the connections from the menu, and gets back to where it began', async ({
  desk,
  expectAccessible,
}) => {
  await desk.open(4512, { as: 'admin' });
  const menu = desk.app.getByRole('button', { name: 'More' });
  await menu.click();
  await desk.app.getByRole('menuitem', { name: 'Check connections' }).click();
  await expect(desk.app.getByRole('heading', { name: 'Connections' })).toBeFocused();
  await expect(desk.app.getByText(/\d connected, 0 failing/)).toBeVisible({ timeout: 15_000 });
  await expect(desk.app.getByText('Test keys: nothing that is approved')).not.toHaveCount(0);
  await expectAccessible('iframe[title="Signoff"]');
  await desk.app.getByRole('button', { name: 'Close' }).click();
  await expect(menu).toBeFocused();
  await expect(desk.app.getByRole('heading', { name: 'Plan' })).toBeVisible();
});

test('an admin checks the connections where no SOP fits, and a rep is not offered it', async ({ desk }) => {
  await desk.open(4520, { as: 'admin' });
  const check = desk.app.getByRole('button', { name: 'Check connections' });
  await check.click();
  await expect(desk.app.getByText(/\d connected, 0 failing/)).toBeVisible({ timeout: 15_000 });
  await desk.page.keyboard.press('Escape');
  await expect(check).toBeFocused();
  await desk.open(4520);
  await expect(desk.app.getByText('No SOP for this ticket')).toBeVisible({ timeout: 15_000 });
  await expect(check).toHaveCount(0);
});
