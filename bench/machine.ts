import { availableParallelism, totalmem } from 'node:os';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS } from '../scripts/browser/arguments.ts';
import { searchBrowser } from '../scripts/browser/candidates.ts';

/** What the figures depend on, without a name or an address: cores, memory, and the versions of Node and Chromium. */
export async function machineText(): Promise<string> {
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${availableParallelism()} cores, ${memory} GB of memory, Node ${process.versions.node}, ${await chromiumText()}.`;
}

async function chromiumText(): Promise<string> {
  const { found } = await searchBrowser();
  if (found === undefined) return 'no Chromium';
  const browser = await chromium.launch({ executablePath: found, args: [...BROWSER_ARGUMENTS] });
  const version = browser.version();
  await browser.close();
  return `Chromium ${version}`;
}
