import { expect, type FrameLocator } from '@playwright/test';

/** What a rep does in the sidebar, by the labels of translations/en.json. */
export async function approveAll(app: FrameLocator): Promise<void> {
  await app.getByRole('button', { name: /^Approve( all)? \d+$/ }).click();
  await app.getByRole('button', { name: /^Approve (these \d+|it)$/ }).click();
}

/** The run is over, with this outcome. */
export async function expectOutcome(app: FrameLocator, outcome: string | RegExp): Promise<void> {
  await expect(app.getByText(outcome).first()).toBeVisible({ timeout: 20_000 });
}

/** Something can be approved. */
export async function expectApprovable(app: FrameLocator, name: string | RegExp): Promise<void> {
  await expect(app.getByRole('button', { name }).first()).toBeVisible({ timeout: 15_000 });
}
