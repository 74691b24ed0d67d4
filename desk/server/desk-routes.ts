import type { Desk } from '../desk.ts';
import type { Boot } from '../wire.ts';
import { deskState } from './desk-state.ts';
import { faultRoutes } from './fault-routes.ts';
import { ok, type Route } from './router.ts';
import { settingRoutes } from './setting-routes.ts';
import { sopRoutes } from './sop-routes.ts';
import { workspaceRoutes } from './workspace-routes.ts';

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

/** What tests look at. */
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
