import * as z from 'zod/mini';
import type { Desk } from '../desk.ts';
import type { Boot } from '../wire.ts';
import { INSTALLATION } from '../world/zendesk-seed.ts';
import { deskAccount } from './desk-account.ts';
import { badRequest, ok, type Route } from './router.ts';
import { settingsOf } from './setting-routes.ts';
import { ticketRows } from './ticket-rows.ts';

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

/** What the page of the workspace needs: who and what there is, Zendesk's API, and the proxy. */
export function workspaceRoutes(desk: Desk, app: Boot['app']): readonly Route[] {
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
