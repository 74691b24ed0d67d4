import type { FrameLocator, Page } from '@playwright/test';
import type { Fault } from '../../desk/faults.ts';
import type { DeskServer } from '../../test/e2e/support/desk-server.ts';
import { approveAll, approveAllButton } from '../../test/e2e/support/sidebar.ts';

/** One picture: which ticket, what is done before and after it opens, and when it is ready. */
export type Scene = {
  readonly name: string;
  readonly ticket: number;
  /** Id of the agent who looks; the rep where it is absent. */
  readonly agent?: number;
  /** The whole workspace instead of the sidebar. */
  readonly isWorkspace?: boolean;
  readonly prepare?: (page: Page, server: DeskServer) => Promise<unknown>;
  readonly show: (app: FrameLocator, page: Page) => Promise<void>;
};

const faults =
  (...given: readonly Fault[]) =>
  (page: Page, server: DeskServer) =>
    page.request.post(`${server.url}/desk/faults`, { data: { faults: given } });

const latency = (milliseconds: number) => (page: Page, server: DeskServer) =>
  page.request.post(`${server.url}/desk/faults`, { data: { latency: { '*': milliseconds } } });

const settings = (given: object) => (page: Page, server: DeskServer) =>
  page.request.put(`${server.url}/desk/settings`, { data: { settings: given } });

/** Ready when the app shows this text. */
const text = (wanted: string | RegExp) => (app: FrameLocator) =>
  app.getByText(wanted).first().waitFor({ timeout: 15_000 });

/** Ready when a card with this heading waits for somebody. */
const card = (wanted: RegExp) => (app: FrameLocator) =>
  app.getByRole('heading', { name: wanted }).waitFor({ timeout: 15_000 });

/** Ready when something can be approved. */
const approvable = (app: FrameLocator): Promise<void> =>
  app
    .getByRole('button', { name: /^Approve/ })
    .first()
    .waitFor({ timeout: 15_000 });

async function approved(app: FrameLocator): Promise<void> {
  await approvable(app);
  await approveAll(app);
}

export const SCENES: readonly Scene[] = [
  { name: 'workspace', ticket: 4512, isWorkspace: true, show: approvable },
  {
    name: 'workspace-requests',
    ticket: 4512,
    isWorkspace: true,
    async show(app, page) {
      await approvable(app);
      await page.getByRole('button', { name: /^Requests/ }).click();
    },
  },
  {
    name: 'workspace-two-tabs',
    ticket: 4512,
    isWorkspace: true,
    async show(app, page) {
      await page.getByRole('button', { name: 'Second tab' }).click();
      await approvable(app);
    },
  },
  { name: 'proposal', ticket: 4512, show: approvable },
  { name: 'loading', ticket: 4512, prepare: latency(4000), show: text(/Reading|Connecting/) },
  {
    name: 'approve-all',
    ticket: 4512,
    async show(app) {
      await approvable(app);
      await approveAllButton(app).click();
    },
  },
  {
    name: 'edit',
    ticket: 4512,
    async show(app) {
      await approvable(app);
      await app.getByRole('button', { name: /^Edit/ }).first().click();
    },
  },
  {
    name: 'reject',
    ticket: 4512,
    async show(app) {
      await approvable(app);
      await app
        .getByRole('button', { name: /^Reject/ })
        .first()
        .click();
    },
  },
  {
    name: 'done',
    ticket: 4512,
    async show(app) {
      await approved(app);
      await text(/^Closed as/)(app);
    },
  },
  {
    name: 'running',
    ticket: 4512,
    prepare: faults({ system: 'stripe', kind: 'slow', milliseconds: 6000, only: 'write' }),
    async show(app) {
      await approved(app);
      await text(/is doing it/)(app);
    },
  },
  {
    name: 'failed',
    ticket: 4512,
    prepare: faults({ system: 'stripe', kind: 'limited', only: 'write', retryAfter: 120 }),
    async show(app) {
      await approved(app);
      await card(/^Escalate to Payments/)(app);
    },
  },
  {
    name: 'unknown-outcome',
    ticket: 4512,
    async prepare(page, server) {
      await faults(
        { system: 'stripe', kind: 'lost', only: 'write' },
        { system: 'stripe', kind: 'down', match: '/v1/refunds' },
      )(page, server);
    },
    async show(app) {
      await approved(app);
      await text(/It may have happened/)(app);
    },
  },
  {
    name: 'unknown-cannot-tell',
    ticket: 4512,
    async prepare(page, server) {
      await faults(
        { system: 'stripe', kind: 'lost', only: 'write' },
        { system: 'stripe', kind: 'down', match: '/v1/refunds' },
      )(page, server);
    },
    async show(app) {
      await approved(app);
      await text(/^Asked .* cannot tell/)(app);
    },
  },
  { name: 'gate', ticket: 4513, show: text(/Waiting for Team lead/) },
  { name: 'gate-team-lead', ticket: 4513, agent: 9002, show: card(/Lost parcel, but|Does Team lead agree/) },
  { name: 'escalation', ticket: 4514, show: approvable },
  { name: 'not-late-yet', ticket: 4515, show: approvable },
  { name: 'retry', ticket: 4516, show: text(/Tried again in/) },
  {
    name: 'hold',
    ticket: 4516,
    async show(app) {
      await app.getByRole('button', { name: 'Go on now' }).click();
      await text(/On hold/)(app);
    },
  },
  { name: 'unknown-chargebacks', ticket: 4517, show: text(/no such record in Stripe/) },
  { name: 'another-currency', ticket: 4521, show: text(/does not fit/) },
  { name: 'order-number-missing', ticket: 4522, show: text(/order number/) },
  { name: 'hostile-message', ticket: 4524, show: approvable },
  { name: 'lawyer', ticket: 4526, show: text(/you will hear from my lawyer/) },
  { name: 'ask-for-a-photo', ticket: 4519, show: approvable },
  { name: 'judgement', ticket: 4518, show: card(/Does the photo show/) },
  { name: 'choose-order', ticket: 4539, show: card(/^Which order/) },
  {
    name: 'order-chosen',
    ticket: 4539,
    async show(app) {
      await app.getByRole('button', { name: /^Use this one: #1042/ }).click();
      await approvable(app);
    },
  },
  { name: 'choose-payment', ticket: 4540, show: text(/^Which payment/) },
  {
    name: 'payment-chosen',
    ticket: 4540,
    async show(app) {
      await app
        .getByRole('button', { name: /^Use this one/ })
        .first()
        .click();
      await app.getByRole('button', { name: /^Approve Refund/ }).waitFor();
    },
  },
  { name: 'gate-of-another-team', ticket: 4541, show: text(/^Waiting for Logistics/) },
  {
    name: 'ask-colleague',
    ticket: 4541,
    async show(app) {
      await app.getByRole('button', { name: 'Ask a colleague' }).click();
      await app.getByRole('textbox', { name: /^Internal note/ }).waitFor();
    },
  },
  {
    name: 'colleague-asked',
    ticket: 4541,
    async show(app) {
      await app.getByRole('button', { name: 'Ask a colleague' }).click();
      await app.getByRole('button', { name: 'Write the note' }).click();
      await text(/^Asked Logistics/)(app);
    },
  },
  { name: 'gate-logistics', ticket: 4541, agent: 9006, show: card(/^May parcel/) },
  {
    name: 'described-system',
    ticket: 4541,
    agent: 9006,
    async show(app) {
      await app.getByRole('button', { name: /^Yes: May parcel/ }).click();
      await approvable(app);
    },
  },
  {
    name: 'undo-offered',
    ticket: 4541,
    agent: 9006,
    async show(app) {
      await app.getByRole('button', { name: /^Yes: May parcel/ }).click();
      await approved(app);
      await text(/^Closed as/)(app);
    },
  },
  {
    name: 'undo-waiting',
    ticket: 4541,
    agent: 9006,
    async show(app) {
      await app.getByRole('button', { name: /^Yes: May parcel/ }).click();
      await approved(app);
      await text(/^Closed as/)(app);
      await app.getByRole('button', { name: /^2\. Hold it/ }).click();
      await app
        .getByRole('button', { name: /^Undo Set/ })
        .last()
        .click();
      await text(/^Undo: /)(app);
      await approvable(app);
    },
  },
  { name: 'required-to-solve', ticket: 4542, show: text(/Serial number/) },
  {
    name: 'found-out',
    ticket: 4512,
    prepare: faults({ system: 'stripe', kind: 'lost', only: 'write', times: 1 }),
    async show(app) {
      await approved(app);
      await text(/^Closed as/)(app);
    },
  },
  {
    name: 'connections',
    ticket: 4512,
    agent: 9003,
    async show(app) {
      await approvable(app);
      await app.getByRole('button', { name: 'More' }).click();
      await app.getByRole('menuitem', { name: 'Check connections' }).click();
      await text(/connected,/)(app);
    },
  },
  {
    name: 'wrong-key',
    ticket: 4512,
    prepare: settings({ shopify_token: 'shpat_wrong' }),
    show: text(/Shopify/),
  },
  {
    name: 'wrong-key-connections',
    ticket: 4512,
    agent: 9003,
    prepare: settings({ shopify_token: 'shpat_wrong', stripe_key: 'rk_wrong', easypost_key: '' }),
    async show(app) {
      await app.getByRole('button', { name: 'More' }).click();
      await app.getByRole('menuitem', { name: 'Check connections' }).click();
      await text(/connected,/)(app);
    },
  },
  { name: 'no-sop', ticket: 4520, show: text('No SOP for this ticket') },
  { name: 'closed-ticket', ticket: 4523, show: text(/This ticket is closed/) },
  { name: 'light-agent', ticket: 4525, agent: 9004, show: text(/may not change tickets/) },
  {
    name: 'assistant-off',
    ticket: 4512,
    prepare: settings({ assistant_on: false }),
    show: text(/assistant is off/i),
  },
  {
    name: 'assistant-failing',
    ticket: 4512,
    prepare: faults({ system: 'assistant', kind: 'error' }),
    show: card(/Is this so: legal threat/),
  },
  {
    name: 'system-down',
    ticket: 4512,
    prepare: faults({ system: 'shopify', kind: 'down' }),
    show: text(/Shopify/),
  },
  {
    name: 'settings-broken',
    ticket: 4512,
    agent: 9003,
    prepare: settings({ sop_mappings: 'this is no mapping' }),
    show: text(/has a mistake/),
  },
  {
    name: 'help',
    ticket: 4512,
    async show(app) {
      await approvable(app);
      await app.getByRole('button', { name: 'More' }).click();
      await app.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    },
  },
];
