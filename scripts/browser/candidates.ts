import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS } from './arguments.ts';

/** A place where Chromium may be, and why it is no use there. */
export type Refused = { readonly path: string; readonly reason: string };

/** The first candidate that starts, if any, and the ones before it that do not. */
export type Search = { readonly found: string | undefined; readonly refused: readonly Refused[] };

/**
 * Looks for a Chromium that starts. That a file exists says little: Ubuntu's package is a stub for snap, and a
 * browser may lack a library.
 */
export async function searchBrowser(): Promise<Search> {
  const refused: Refused[] = [];
  for (const path of candidates()) {
    // One after the other: the first that starts wins.
    const reason = await whyItDoesNotStart(path);
    if (reason === undefined) return { found: path, refused };
    refused.push({ path, reason });
  }
  return { found: undefined, refused };
}

function candidates(): string[] {
  return [
    process.env['CHROMIUM_PATH'] ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    chromium.executablePath(),
  ].filter((path) => path !== '');
}

async function whyItDoesNotStart(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return 'no such file';
  try {
    const browser = await chromium.launch({
      executablePath: path,
      args: [...BROWSER_ARGUMENTS],
      timeout: 30_000,
    });
    await browser.close();
    return undefined;
  } catch (error) {
    return firstLine(error);
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
}
