import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS } from './scripts/browser/arguments.ts';

/**
 * Browser tests, in two groups: `built*.spec.ts` open the app as it is packaged, all others open the desk.
 *
 * `npm test` sets CHROMIUM_PATH and two free ports; by hand, Playwright's own browser and these ports are used.
 */
const previewPort = Number(process.env['SIGNOFF_PREVIEW_PORT'] ?? 4173);
const deskPort = Number(process.env['SIGNOFF_DESK_PORT'] ?? 4174);
const preview = `http://localhost:${previewPort}`;
const desk = `http://localhost:${deskPort}`;
const executablePath = process.env['CHROMIUM_PATH'];

const previewServer = {
  name: 'preview',
  command: `vite preview --port ${previewPort} --strictPort`,
  url: `${preview}/iframe.html`,
};

const deskServer = {
  name: 'desk',
  command: `node desk/serve.ts --port ${deskPort}`,
  url: desk,
  env: { PORT: String(deskPort) },
  timeout: 120_000,
};

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  use: {
    viewport: { width: 400, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      args: [...BROWSER_ARGUMENTS],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    { name: 'built', testMatch: 'built*.spec.ts', use: { baseURL: preview } },
    { name: 'desk', testIgnore: 'built*.spec.ts', use: { baseURL: desk } },
  ],
  webServer: existsSync('desk/serve.ts') ? [previewServer, deskServer] : [previewServer],
});
