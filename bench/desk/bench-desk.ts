import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS } from '../../scripts/browser/arguments.ts';
import { findBrowser } from '../../scripts/find-browser.ts';
import type { Measured } from '../run.ts';
import { createDeskClient } from './desk-client.ts';
import { startDeskProcess } from './desk-process.ts';
import { benchRequestsPerTicket } from './requests-per-ticket.ts';
import { benchTimeToPlan } from './time-to-plan.ts';

/** The app as it ships, in the desk, in a real browser. */
export async function benchDesk(): Promise<readonly Measured[]> {
  const executablePath = await findBrowser();
  const desk = await startDeskProcess();
  try {
    const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] });
    try {
      const place = { browser, url: desk.url };
      const client = createDeskClient(desk.url);
      return [...(await benchTimeToPlan(place, client)), ...(await benchRequestsPerTicket(place, client))];
    } finally {
      await browser.close();
    }
  } finally {
    await desk.stop();
  }
}
