import * as z from 'zod/mini';
import type { Desk } from '../desk.ts';
import { FaultSchema } from '../faults.ts';
import { AGENTS } from '../world/people.ts';
import { deskSop } from '../world/sops.ts';
import { INSTALLATION } from '../world/zendesk-seed.ts';
import type { Boot, FaultsState, SettingsState, SopState } from '../wire.ts';
import { call } from '../zaf/rest.ts';
import { deskAccount } from './desk-account.ts';
import { deskState } from './desk-state.ts';
import { badRequest, ok, type Route } from './router.ts';
import { ticketRows } from './ticket-rows.ts';

/** Everything that the page and the tests ask the desk. */
export function deskRoutes(desk: Desk, app: Boot['app']): readonly Route[] {
  return [
    ...workspaceRoutes(desk, app),
    ...faultRoutes(desk),
    ...settingRoutes(desk),
    ...sopRoutes(desk),
    ...testRoutes(desk),
  ];
}

const Proxied = z.object({ options: z.unknown(), userId: z.number() });
const Rested = z.object({
  userId: z.number(),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  path: z.string(),
  body: z.optional(z.unknown()),
});
const CustomerWrote = z.object({
  text: z.string(),
  attachments: z._default(z.array(z.object({ fileName: z.string(), contentType: z.string() })), []),
});

function workspaceRoutes(desk: Desk, app: Boot['app']): readonly Route[] {
  return [
    ['GET', /^\/desk\/boot$/, () => ok(bootOf(desk, app))],
    ['GET', /^\/desk\/tickets$/, () => ok(ticketRows(desk.state))],
    [
      'POST',
      /^\/proxy$/,
      async ({ json }) => {
        const { options, userId } = Proxied.parse(json);
        return ok(await desk.proxy(options, { userId }));
      },
    ],
    [
      'POST',
      /^\/desk\/rest$/,
      async ({ json }) => {
        const { userId, ...request } = Rested.parse(json);
        return ok(await desk.rest(userId)(request));
      },
    ],
    [
      'POST',
      /^\/desk\/tickets\/(\d+)\/customer-message$/,
      ({ named, json }) => {
        const message = CustomerWrote.parse(json);
        const isTaken = desk.customerWrites({ ticketId: Number(named[0]), ...message });
        return isTaken ? ok({}) : badRequest('The ticket is closed: a customer cannot write to it.');
      },
    ],
  ];
}

function bootOf(desk: Desk, app: Boot['app']): Boot {
  const { state, manifest, realServices, contract } = desk;
  return {
    account: deskAccount(state.world.zendesk),
    app,
    metadata: {
      appId: INSTALLATION.appId,
      name: 'Signoff',
      installationId: INSTALLATION.id,
      version: manifest.version,
      settings: settingsOf(desk).settings,
    },
    realSystems: realServices.map(({ system }) => system),
    systems: state.systems.all.map(({ system }) => system),
    isChecked: contract !== undefined,
  };
}

const FaultsGiven = z.object({
  faults: z.optional(z.array(FaultSchema)),
  latency: z.optional(z.record(z.string(), z.number())),
});

function faultRoutes(desk: Desk): readonly Route[] {
  const now = (): FaultsState => ({ faults: desk.faults.list(), latency: desk.state.latency });
  return [
    ['GET', /^\/desk\/faults$/, () => ok(now())],
    [
      'POST',
      /^\/desk\/faults$/,
      ({ json }) => {
        const { faults, latency } = FaultsGiven.parse(json);
        if (faults !== undefined) desk.faults.set(faults);
        if (latency !== undefined) desk.state.latency = latency;
        desk.events.emit({ is: 'faults-changed' });
        return ok(now());
      },
    ],
  ];
}

const SettingsGiven = z.object({
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

function settingRoutes(desk: Desk): readonly Route[] {
  return [
    ['GET', /^\/desk\/settings$/, () => ok(settingsOf(desk))],
    [
      'PUT',
      /^\/desk\/settings$/,
      async ({ json }) => {
        const { settings } = SettingsGiven.parse(json);
        const path = `/api/v2/apps/installations/${INSTALLATION.id}.json`;
        await call(desk.rest(AGENTS.admin.id), { method: 'PUT', path, body: { settings } }, z.unknown());
        desk.events.emit({ is: 'settings-changed' });
        return ok(settingsOf(desk));
      },
    ],
  ];
}

function settingsOf({ state }: Desk): SettingsState {
  const { settings, secureSettings } = state.systems.zendesk.state;
  return {
    settings: { ...settings },
    secure: Object.fromEntries(Object.entries(secureSettings).map(([name, value]) => [name, value !== ''])),
  };
}

const SopGiven = z.object({ text: z.string() });

function sopRoutes(desk: Desk): readonly Route[] {
  const now = (): readonly SopState[] => desk.state.sops;
  return [
    ['GET', /^\/desk\/sops$/, () => ok(now())],
    [
      'POST',
      /^\/desk\/sops$/,
      async ({ json }) => {
        const sop = deskSop(SopGiven.parse(json).text);
        await desk.publish(
          [...desk.state.sops.filter(({ id }) => id !== sop.id), sop].toSorted((a, b) =>
            a.id < b.id ? -1 : 1,
          ),
        );
        return ok(now());
      },
    ],
    [
      'POST',
      /^\/desk\/sops\/reset$/,
      async () => {
        await desk.publish(desk.state.world.sops);
        return ok(now());
      },
    ],
  ];
}

function testRoutes(desk: Desk): readonly Route[] {
  return [
    ['GET', /^\/desk\/state$/, () => ok(deskState(desk))],
    ['GET', /^\/desk\/requests$/, () => ok(desk.log.list())],
    [
      'GET',
      /^\/desk\/contract-report$/,
      () => ok({ isChecked: desk.contract !== undefined, ...desk.contract?.read() }),
    ],
    [
      'POST',
      /^\/desk\/reset$/,
      async () => {
        await desk.reset();
        return ok({});
      },
    ],
  ];
}
