import { expect, test, type Page, type Route } from '@playwright/test';

/** The host of Zendesk's SDK, which a firewall may block or leave hanging. */
const SDK = 'https://static.zdassets.com/**';

const conditions: readonly { readonly name: string; readonly answer: (route: Route) => Promise<void> }[] = [
  { name: 'cannot be reached', answer: (route) => route.abort('namenotresolved') },
  { name: 'never answers', answer: () => new Promise(() => undefined) },
];

for (const { name, answer } of conditions) {
  test(`the built page opens when the host of Zendesk's SDK ${name}`, async ({ page }) => {
    await page.route(SDK, answer);
    const errors = collectErrors(page);
    await page.goto('iframe.html', { waitUntil: 'commit' });
    await expect(page.locator('#root')).not.toBeEmpty({ timeout: 15_000 });
    expect(errors).toEqual([]);
  });
}

test('the built page loads nothing from elsewhere except the SDK of Zendesk', async ({ page }) => {
  const elsewhere: string[] = [];
  await page.route(SDK, (route) => route.abort());
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== 'localhost' && hostname !== 'static.zdassets.com') elsewhere.push(request.url());
  });
  await page.goto('iframe.html');
  await expect(page.locator('#root')).not.toBeEmpty({ timeout: 15_000 });
  expect(elsewhere).toEqual([]);
});

function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}
