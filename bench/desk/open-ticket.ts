import type { Browser, BrowserContext } from '@playwright/test';
import * as z from 'zod/mini';
import { weigh } from '../first-load.ts';
import { TELL_BENCH, watchForPlan, type PlanShown } from './watch-for-plan.ts';

const Shown = z.object({ milliseconds: z.number(), at: z.number() });

/** The desk's page is wider than the sidebar in it. */
const VIEWPORT = { width: 1400, height: 1000 };
const LONGEST = 20_000;

export type TicketPlace = { readonly browser: Browser; readonly url: string; readonly ticket: number };

/**
 * Opens a ticket in a browser that has seen nothing before, and waits for the plan with that amount on its Approve button.
 * Throws where it does not come, with what the sidebar shows instead.
 * @returns when the plan showed, and what the app's files weigh that were loaded by then, in kB
 */
export async function openToPlan({
  amount,
  ...place
}: TicketPlace & { readonly amount: string }): Promise<PlanShown & { readonly loaded: number }> {
  return inFreshBrowser(place.browser, async (context) => {
    const shown = Promise.withResolvers<PlanShown>();
    const files = collectAppFiles(context, place.url);
    await context.exposeFunction(TELL_BENCH, (told: unknown) => shown.resolve(Shown.parse(told)));
    await context.addInitScript(watchForPlan, { amount, tell: TELL_BENCH });
    const page = await open(context, place);
    const timer = setTimeout(() => void giveUp(page), LONGEST);
    const giveUp = async (opened: Page): Promise<void> => {
      const said = await sidebarText(opened);
      shown.reject(
        new Error(`No “Approve … ${amount}” within ${LONGEST / 1000} s. The sidebar says: ${said}`),
      );
    };
    const plan = await shown.promise.finally(() => clearTimeout(timer));
    return { ...plan, loaded: weigh(await Promise.all(files)) };
  });
}

/** Grows with every file that the browser gets from the app's own origin, which is not the page's. */
function collectAppFiles(context: BrowserContext, url: string): readonly Promise<string>[] {
  const files: Promise<string>[] = [];
  context.on('response', (response) => {
    const { hostname, origin } = new URL(response.url());
    if (hostname !== new URL(url).hostname || origin === new URL(url).origin) return;
    // What still arrives when the browser is closed was not there when the plan showed.
    files.push(response.text().catch(() => ''));
  });
  return files;
}

/** Opens a ticket in a browser that has seen nothing before and keeps it open while `work` is done. Gives what the sidebar says at its end. */
export async function openWhile(place: TicketPlace, work: () => Promise<void>): Promise<string> {
  return inFreshBrowser(place.browser, async (context) => {
    const page = await open(context, place);
    await work();
    return sidebarText(page);
  });
}

type Page = Awaited<ReturnType<BrowserContext['newPage']>>;

async function open(context: BrowserContext, { url, ticket }: TicketPlace): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/?ticket=${ticket}`, { waitUntil: 'commit' });
  return page;
}

async function inFreshBrowser<T>(
  browser: Browser,
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

/** The words of the app's frame, which is the one from another origin than the page's. */
async function sidebarText(page: Page): Promise<string> {
  const host = new URL(page.url()).origin;
  const app = page
    .frames()
    .find((frame) => frame.url().startsWith('http') && new URL(frame.url()).origin !== host);
  const text = await app
    ?.locator('body')
    .innerText({ timeout: 2000 })
    .catch(() => undefined);
  return text?.replaceAll(/\s+/g, ' ').trim() ?? 'nothing: there is no frame of the app';
}
