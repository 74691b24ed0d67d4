import * as z from 'zod/mini';
import type { Desk } from '../desk.ts';
import type { SettingsState } from '../wire.ts';
import { AGENTS } from '../world/people.ts';
import { INSTALLATION } from '../world/zendesk-seed.ts';
import { call } from '../zaf/rest.ts';
import { ok, type Route } from './router.ts';

const SettingsGiven = z.object({
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** The app's settings, written as an admin writes them. */
export function settingRoutes(desk: Desk): readonly Route[] {
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

/** The settings without the values of secure ones. */
export function settingsOf({ state }: Desk): SettingsState {
  const { settings, secureSettings } = state.systems.zendesk.state;
  return {
    settings: { ...settings },
    secure: Object.fromEntries(Object.entries(secureSettings).map(([name, value]) => [name, value !== ''])),
  };
}
