import { expect, test } from '@playwright/test';

// The desk that `npm start` would open, started by the tests' own configuration.

test.use({ viewport: { width: 1440, height: 900 } });

test('the desk that was started by hand shows its tickets and opens Signoff beside one', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /Where is my order #1001/ }).click();
  const app = page.frameLocator('iframe[title="Signoff"]');
  await expect(app.getByRole('heading', { name: 'Late parcel' })).toBeVisible({ timeout: 15_000 });
});
