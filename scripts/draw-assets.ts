import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS } from './browser/arguments.ts';
import { LOGO, NAV_BAR_ICON } from './drawing/mark.ts';
import { findBrowser } from './find-browser.ts';

// Draws the pictures of assets/ from scripts/drawing/mark.ts. Run it after the mark has changed.

/** The sizes that Zendesk's listing and installation pages need. */
const LOGOS = [
  ['logo.png', 320],
  ['logo-small.png', 128],
] as const;

const ASSETS = join(import.meta.dirname, '..', 'assets');

const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_ARGUMENTS] });
try {
  const page = await browser.newPage();
  for (const [file, size] of LOGOS) {
    // One page draws all sizes, so one after the other.
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${LOGO}`);
    await page.screenshot({ path: join(ASSETS, file), omitBackground: true });
  }
} finally {
  await browser.close();
}
writeFileSync(join(ASSETS, 'icon_nav_bar.svg'), NAV_BAR_ICON);
console.log(`Drew ${[...LOGOS.map(([file]) => file), 'icon_nav_bar.svg'].join(', ')} in assets/`);
