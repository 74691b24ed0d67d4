import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { Fault } from '../../../desk/faults.ts';
import type { LoggedRequest } from '../../../desk/request-log.ts';
import type { DeskStateJson } from '../../../desk/server/desk-state.ts';
import type { Finding } from '../../../desk/contract-report.ts';
import type { DeskServer } from './desk-server.ts';

type ContractFindings = {
  readonly isChecked: boolean;
  readonly requests?: readonly Finding[];
  readonly answers?: readonly Finding[];
};

/** Who can be logged in. */
const agents = { rep: 9001, teamLead: 9002, admin: 9003, lightAgent: 9004, secondRep: 9005 } as const;

type Opening = {
  readonly as?: keyof typeof agents;
  readonly scheme?: 'light' | 'dark';
};

/** The workspace in a browser, and the world behind it. */
export type DeskPage = {
  readonly page: Page;
  readonly server: DeskServer;
  /** The app in the sidebar of the ticket that is in front. */
  readonly app: FrameLocator;
  readonly secondApp: FrameLocator;
  readonly composer: Locator;
  open(ticketId: number, opening?: Opening): Promise<void>;
  /** The app's frame itself, for what no locator can do. */
  frame(title?: string): Promise<Frame>;
  state(): Promise<DeskStateJson>;
  requests(): Promise<readonly LoggedRequest[]>;
  contract(): Promise<ContractFindings>;
  setFaults(faults: readonly Fault[]): Promise<void>;
  /** Every answer of every system takes so many milliseconds. */
  setLatency(milliseconds: number): Promise<void>;
  setSettings(settings: Readonly<Record<string, string | number | boolean>>): Promise<void>;
  customerWrites(ticketId: number, text: string): Promise<void>;
  reset(): Promise<void>;
};

export function deskPage(page: Page, server: DeskServer): DeskPage {
  const ask = async <Type>(method: 'GET' | 'POST' | 'PUT', path: string, data?: unknown): Promise<Type> => {
    const answer = await page.request.fetch(`${server.url}${path}`, {
      method,
      ...(data === undefined ? {} : { data }),
    });
    expect(answer.ok(), `${method} ${path} answers ${answer.status()}`).toBe(true);
    return (await answer.json()) as Type;
  };
  const inFront = page.locator('.page:not([hidden])');
  return {
    page,
    server,
    app: inFront.frameLocator('iframe[title="Signoff"]'),
    secondApp: inFront.frameLocator('iframe[title="Signoff, second tab"]'),
    composer: inFront.getByRole('region', { name: 'Reply' }).getByRole('textbox'),
    async open(ticketId, { as = 'rep', scheme = 'light' } = {}) {
      await page.goto(`${server.url}/?agent=${agents[as]}&ticket=${ticketId}&scheme=${scheme}`);
      await expect(inFront.locator('iframe').first()).toBeVisible();
    },
    async frame(title = 'Signoff') {
      const element = await inFront.locator(`iframe[title="${title}"]`).elementHandle();
      const frame = await element?.contentFrame();
      if (frame == null) throw new Error(`There is no frame called “${title}”.`);
      return frame;
    },
    state: () => ask('GET', '/desk/state'),
    requests: () => ask('GET', '/desk/requests'),
    contract: () => ask('GET', '/desk/contract-report'),
    setFaults: (faults) => ask('POST', '/desk/faults', { faults }),
    setLatency: (milliseconds) => ask('POST', '/desk/faults', { latency: { '*': milliseconds } }),
    setSettings: (settings) => ask('PUT', '/desk/settings', { settings }),
    customerWrites: (ticketId, text) => ask('POST', `/desk/tickets/${ticketId}/customer-message`, { text }),
    reset: () => ask('POST', '/desk/reset'),
  };
}
