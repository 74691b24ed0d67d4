import { expect, test } from './support/desk-test.ts';

// The workspace itself: what somebody who tries the desk sees and does.

test.use({ appName: 'test' });

for (const scheme of ['light', 'dark'] as const) {
  test(`the workspace is accessible in ${scheme} colours, with every panel open`, async ({
    desk,
    page,
    expectAccessible,
  }) => {
    test.setTimeout(60_000);
    await desk.open(4512, { scheme });
    await expectAccessible();
    const controls = page.getByRole('region', { name: 'Desk controls' });
    for (const panel of [/^Requests/, /^Faults/, 'App settings', 'SOPs']) {
      await controls.getByRole('button', { name: panel }).click();
      await expectAccessible('.drawer');
    }
  });
}

test('the filter finds tickets by what they show', async ({ desk, page }) => {
  await desk.open(4512);
  const list = page.getByRole('navigation', { name: 'Tickets', exact: true });
  await list.getByRole('searchbox').fill('lawyer');
  await expect(list.getByRole('button')).toHaveCount(1);
  await list.getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Last warning about my tent' })).toBeVisible();
});

test('a reload comes back to the same ticket as the same agent', async ({ desk, page }) => {
  await desk.open(4512, { as: 'teamLead', scheme: 'dark' });
  await page.getByRole('button', { name: /Backpack lost/ }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Backpack lost on the way' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Logged in as' })).toHaveValue('9002');
  await expect(page.getByRole('button', { name: 'Dark colours' })).toHaveAttribute('aria-pressed', 'true');
});

test('a reload keeps what stands in the composer, and a new world forgets it', async ({ desk, page }) => {
  await desk.open(4512);
  await desk.composer.fill('Half a sentence');
  await page.reload();
  await expect(desk.composer).toHaveValue('Half a sentence');
  await page.getByRole('button', { name: 'Reset the world' }).click();
  await expect(desk.composer).toHaveValue('');
});

test('the apps are made wider by keyboard, between 320 and 700 pixels', async ({ desk, page }) => {
  await desk.open(4512);
  const handle = page.getByRole('separator', { name: 'Width of the apps' });
  const widthOf = () => page.locator('iframe[title="Signoff"]').evaluate((frame) => frame.clientWidth);
  await handle.press('End');
  expect(await widthOf()).toBe(700);
  await handle.press('Home');
  expect(await widthOf()).toBe(320);
  await handle.press('ArrowLeft');
  expect(await widthOf()).toBe(340);
});

test('a customer can write, and both browsers of two agents see it', async ({ desk, page, context }) => {
  const other = await context.newPage();
  await other.goto(`${desk.server.url}/?ticket=4512&agent=9005`);
  await desk.open(4512);
  await page.getByRole('button', { name: 'Write as the customer' }).click();
  await page.getByRole('textbox', { name: 'What the customer writes' }).fill('It came today!');
  await page.getByRole('checkbox', { name: 'with a photo' }).check();
  await page.getByRole('button', { name: 'Send as the customer' }).click();
  for (const browser of [page, other]) {
    await expect(browser.getByText('It came today!')).toBeVisible();
    await expect(browser.getByText('photo.jpg')).toBeVisible();
  }
  expect((await desk.state()).tickets['4512']?.comments.at(-1)?.attachments).toHaveLength(1);
});

test('a light agent writes notes and nothing else', async ({ desk, page }) => {
  await desk.open(4512, { as: 'lightAgent' });
  await expect(page.getByRole('radio', { name: 'Public reply' })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Priority' })).toBeDisabled();
  await desk.composer.fill('Seen.');
  await page.getByRole('button', { name: 'Submit as Open' }).click();
  await expect(page.getByText('Internal note').last()).toBeVisible();
  await expect
    .poll(async () => (await desk.state()).tickets['4512']?.comments.at(-1))
    .toMatchObject({ body: 'Seen.', public: false });
});

test('the viewer that a ticket is made for is one click away', async ({ desk, page }) => {
  await desk.open(4525);
  await page.getByRole('button', { name: 'Log in as the light agent' }).click();
  await expect(page.getByRole('combobox', { name: 'Logged in as' })).toHaveValue('9004');
});

test('a fault that is switched on in the page meets the next request', async ({ desk, page }) => {
  await desk.open(4512);
  await page.getByRole('button', { name: /^Faults/ }).click();
  await page.getByRole('combobox', { name: 'Stripe behaves' }).selectOption('Down');
  await page.getByRole('combobox', { name: 'Stripe, when' }).selectOption('writing only');
  const frame = await desk.frame();
  await frame.waitForFunction(() => window.client !== undefined);
  const read = await frame.evaluate(() =>
    window.client.request({
      url: 'https://api.stripe.com/v1/customers?email=sample.customer@example.com&limit=10',
      type: 'GET',
      headers: { Authorization: 'Bearer {{setting.stripe_key}}' },
      secure: true,
      httpCompleteResponse: true,
    }),
  );
  expect(read).toMatchObject({ status: 200 });
  await page.getByRole('button', { name: /^Requests 1/ }).click();
  await expect(page.getByRole('row', { name: /Stripe GET/ })).toContainText('200');
  await page.getByRole('button', { name: /GET https:\/\/api.stripe.com/ }).click();
  await expect(page.getByText('Bearer {{setting.stripe_key}}')).toBeVisible();
});

test('settings that are saved in the page are what the app starts with', async ({ desk, page }) => {
  await desk.open(4512);
  await page.getByRole('button', { name: 'App settings' }).click();
  await page.getByRole('textbox', { name: 'currency' }).fill('EUR');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('The app’s settings have changed')).toBeVisible();
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  const frame = await desk.frame();
  await frame.waitForFunction(() => window.client !== undefined);
  const { settings } = await frame.evaluate(() => window.client.metadata());
  expect(settings).toMatchObject({ currency: 'EUR' });
});

test('the workspace shows what a customer wrote as text', async ({ desk, page }) => {
  await desk.open(4512);
  await desk.customerWrites(4512, '<img src=x onerror="document.title = 1"><b>bold</b>');
  await expect(page.getByText('<b>bold</b>')).toBeVisible();
  expect(await page.title()).toBe('Signoff desk');
});

test('the workspace is used by keyboard alone', async ({ desk, page }) => {
  await desk.open(4512);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the app' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Second tab' })).toBeFocused();
  await desk.composer.focus();
  await page.keyboard.type('By keyboard.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await desk.state()).tickets['4512']?.comments.at(-1)?.body)
    .toBe('By keyboard.');
});

test('another page in the same browser cannot use the desk', async ({ desk, page }) => {
  const answer = await page.request.post(`${desk.server.url}/proxy`, {
    headers: { origin: 'https://elsewhere.example' },
    data: { userId: 9003, options: { url: '/api/v2/users/me.json' } },
  });
  expect(answer.status()).toBe(403);
});
