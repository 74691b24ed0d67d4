import { expect, type FrameLocator, type Locator } from '@playwright/test';

// What a rep does in the sidebar, by the labels of translations/en.json.

/** The button of the footer; it is there where more than one proposal can be approved together. */
export const approveAllButton = (app: FrameLocator): Locator =>
  app.getByRole('button', { name: /^Approve all \d+/ });

/** Lists what can be approved together and approves it. */
export async function approveAll(app: FrameLocator): Promise<void> {
  await approveAllButton(app).click();
  await app.getByRole('button', { name: /^Approve these \d+/ }).click();
}

/** The approval of the one proposal whose title begins like this. */
export const approveButton = (app: FrameLocator, title: string): Locator =>
  app.getByRole('button', { name: new RegExp(`^Approve ${title}`) });

/** The run is over, with an outcome that begins like this. What the plan foresees does not count. */
export async function expectOutcome(app: FrameLocator, outcome: string): Promise<void> {
  await expect(app.getByText(new RegExp(`^${outcome}`)).first()).toBeVisible({ timeout: 20_000 });
}

/** Something can be approved. */
export async function expectApprovable(button: Locator): Promise<void> {
  await expect(button.first()).toBeVisible({ timeout: 15_000 });
}
