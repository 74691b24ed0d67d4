import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startDeskServer } from '../test/e2e/support/desk-server.ts';
import { BROWSER_ARGUMENTS } from './browser/arguments.ts';
import { findBrowser } from './find-browser.ts';
import { SCENES, type Scene } from './screenshots/scenes.ts';

// `node scripts/screenshots.ts [name …]`: pictures of the workspace and of the sidebar in every state, light and dark, narrow and wide.

const FOLDER = join(import.meta.dirname, '..', 'docs', 'screenshots');
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = { narrow: 'Home', wide: 'End' } as const;

const wanted = process.argv.slice(2);
const scenes = SCENES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const server = await startDeskServer('signoff');
const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_ARGUMENTS] });
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const scene of scenes) for (const scheme of SCHEMES) await shoot(scene, scheme);
} finally {
  await browser.close();
  server.stop();
}

async function shoot(scene: Scene, scheme: (typeof SCHEMES)[number]): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    deviceScaleFactor: 2,
  });
  try {
    await page.request.post(`${server.url}/desk/reset`);
    await scene.prepare?.(page, server);
    await page.goto(`${server.url}/?ticket=${scene.ticket}&agent=${scene.agent ?? 9001}&scheme=${scheme}`);
    await scene.show(page.frameLocator('.page:not([hidden]) iframe[title="Signoff"]'), page);
    await page.waitForTimeout(400);
    if (scene.isWorkspace === true)
      await page.screenshot({ path: join(FOLDER, `${scene.name}-${scheme}.png`) });
    else await shootSidebar(page, `${scene.name}-${scheme}`);
    console.log(`${scene.name}, ${scheme}`);
  } catch (error) {
    console.error(`${scene.name}, ${scheme}: ${error instanceof Error ? error.message : String(error)}`);
    await page.screenshot({ path: join(FOLDER, `${scene.name}-${scheme}-not-reached.png`) });
    process.exitCode = 1;
  } finally {
    await page.close();
  }
}

async function shootSidebar(page: Page, name: string): Promise<void> {
  const frame = page.locator('.page:not([hidden]) iframe[title="Signoff"]');
  for (const [width, key] of Object.entries(WIDTHS)) {
    await page.getByRole('separator', { name: 'Width of the apps' }).press(key);
    await page.waitForTimeout(200);
    await frame.screenshot({ path: join(FOLDER, `${name}-${width}.png`) });
  }
}
