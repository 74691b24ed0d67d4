import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { createServer } from 'vite';
import { findBrowser } from '../../../scripts/find-browser.ts';
import { BROWSER_ARGUMENTS } from '../../../scripts/browser/arguments.ts';
import { states } from '../fixtures/states.ts';
import type { StateName } from '../fixtures/states.ts';

// Pictures of the gallery, and what axe finds in them:
//   npx node test/ui/gallery/take-pictures.ts [--widths 320,640] [--schemes light,dark] [--no-axe] [state …]
const option = (name: string, fallback: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return (at === -1 ? fallback : (process.argv[at + 1] ?? fallback)).split(',');
};
const widths = option('widths', '320,640').map(Number);
const schemes = option('schemes', 'light,dark');

/** States that somebody has done something in. */
const scenes: Readonly<
  Record<string, { readonly state: StateName; readonly act: (page: Page) => Promise<void> }>
> = {
  'waiting-edit': { state: 'waiting', act: (page) => page.keyboard.press('e') },
  'waiting-edit-wrong': { state: 'waiting', act: editWrongly },
  'waiting-reject': { state: 'waiting', act: (page) => page.keyboard.press('r') },
  'waiting-approve-all': { state: 'waiting', act: (page) => page.keyboard.press('A') },
  'waiting-help': { state: 'waiting', act: (page) => page.keyboard.press('?') },
  'waiting-take-over': {
    state: 'waiting',
    act: (page) => page.getByRole('button', { name: 'Take over' }).click(),
  },
  'waiting-menu': { state: 'waiting', act: (page) => page.getByRole('button', { name: 'More' }).click() },
  'connections-open': { state: 'connections', act: openConnections },
  'connections-asking-open': { state: 'connections-asking', act: openConnections },
  'connections-no-sop-open': { state: 'connections-no-sop', act: pressCheckConnections },
  'connections-could-not-load-open': { state: 'connections-could-not-load', act: pressCheckConnections },
  'waiting-why': { state: 'waiting', act: (page) => page.getByRole('button', { name: /^Why/ }).click() },
  'waiting-trace': {
    state: 'waiting',
    act: (page) => page.getByRole('button', { name: /^3\. Decide/ }).click(),
  },
  'waiting-preview': {
    state: 'waiting',
    act: (page) => page.getByRole('button', { name: /^Preview Reply/ }).click(),
  },
  'waiting-focus': {
    state: 'waiting',
    act: (page) => page.getByRole('button', { name: /^Approve Refund/ }).focus(),
  },
  'gate-no': { state: 'gate', act: (page) => page.getByRole('button', { name: /^No/ }).click() },
  'ask-form': {
    state: 'gate-of-a-colleague',
    act: (page) => page.getByRole('button', { name: 'Ask a colleague' }).click(),
  },
  'undo-trace': {
    state: 'undo-offered',
    act: (page) => page.getByRole('button', { name: /^4\. Tell/ }).click(),
  },
  'extract-message': {
    state: 'extract',
    act: (page) => page.getByRole('button', { name: 'The message' }).click(),
  },
};

async function openConnections(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Check connections' }).click();
}

function pressCheckConnections(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Check connections' }).click();
}

async function editWrongly(page: Page): Promise<void> {
  await page.keyboard.press('e');
  await page.getByLabel('Amount (USD)').fill('900');
  await page.getByRole('button', { name: 'Use these values' }).click();
}

const pictures: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  ...Object.fromEntries(Object.keys(states).map((name) => [name, async () => undefined])),
  ...Object.fromEntries(Object.entries(scenes).map(([name, { act }]) => [name, act])),
};
const named = process.argv.slice(2).filter((word) => word in pictures);
const folder = join('test-results', 'gallery');

async function main() {
  mkdirSync(folder, { recursive: true });
  const server = await createServer({ server: { port: 5317, strictPort: false }, logLevel: 'error' });
  await server.listen();
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [...BROWSER_ARGUMENTS],
  });
  const address = `${server.resolvedUrls?.local[0] ?? ''}test/ui/gallery/index.html`;
  await warmUp(browser, `${address}?state=waiting`);
  let found = 0;
  for (const width of widths) found += await takeAll(browser, address, width);
  await browser.close();
  await server.close();
  process.exitCode = found === 0 ? 0 : 1;
}

/** Vite finds packages while it serves and then loads the page again; the pictures wait until that is over. */
async function warmUp(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForTimeout(2500);
  await page.reload();
  await page.locator('main').waitFor();
  await page.close();
}

async function takeAll(browser: Browser, address: string, width: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width, height: 600 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  let found = 0;
  const report = (text: string) => {
    found += 1;
    process.stdout.write(`${text}\n`);
  };
  page.on('console', (message) => message.type() === 'error' && report(`console: ${message.text()}`));
  page.on('pageerror', (error) => report(`page: ${error.message}`));
  for (const scheme of schemes) {
    for (const name of named.length > 0 ? named : Object.keys(pictures)) {
      const label = `${name}-${width}-${scheme}`;
      await page.setViewportSize({ width, height: 400 });
      await page.goto(`${address}?state=${scenes[name]?.state ?? name}&colorScheme=${scheme}`);
      await page.locator('main').waitFor();
      await page.waitForTimeout(400);
      await pictures[name]?.(page);
      if (name in scenes) await page.waitForTimeout(700);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.max(height, 400) });
      await page.screenshot({ path: join(folder, `${label}.png`), fullPage: true });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) report(`${label}: ${wide} px wider than the sidebar`);
      if (process.argv.includes('--no-axe')) continue;
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      for (const { id, impact, nodes } of violations)
        report(`${label}: ${impact} ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    }
  }
  await context.close();
  return found;
}

await main();
