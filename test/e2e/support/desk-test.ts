import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import { deskPage, type DeskPage } from './desk-page.ts';
import { startDeskServer, type DeskServer } from './desk-server.ts';
import { watchForSecrets } from './secret-watch.ts';

export { expect };

type Worker = {
  /** What runs in the sidebar. */
  readonly appName: 'signoff' | 'test';
  readonly deskServer: DeskServer;
};

type Options = {
  /** False for tests that break a contract on purpose. */
  readonly keepsContracts: boolean;
};

type Fixtures = Options & {
  readonly desk: DeskPage;
  /** Accessibility by WCAG 2.2 AA, with the app's frame. */
  readonly expectAccessible: (selector?: string) => Promise<void>;
};

/**
 * A desk of its own for each worker, as new before each test. After each test no request may have broken a contract, no secret may have
 * reached the browser, and no error may have gone uncaught.
 */
export const test = base.extend<Fixtures, Worker>({
  viewport: { width: 1440, height: 900 },
  appName: ['signoff', { option: true, scope: 'worker' }],
  keepsContracts: [true, { option: true }],
  deskServer: [
    async ({ appName }, provide) => {
      const server = await startDeskServer(appName);
      await provide(server);
      server.stop();
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  desk: async ({ page, deskServer, keepsContracts }, provide) => {
    const desk = deskPage(page, deskServer);
    const secrets = watchForSecrets(page);
    const mistakes: string[] = [];
    page.on('pageerror', ({ message }) => mistakes.push(message));
    await desk.reset();
    await provide(desk);
    expect(mistakes, 'errors that nobody caught').toEqual([]);
    if (keepsContracts) expect((await desk.contract()).requests ?? []).toEqual([]);
    await secrets.expectNothing();
  },
  expectAccessible: async ({ page }, provide) => {
    await provide(async (selector) => {
      const all = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
      const { violations } = await (selector === undefined ? all : all.include(selector)).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      expect(found).toEqual([]);
    });
  },
});
