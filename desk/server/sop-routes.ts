import * as z from 'zod/mini';
import type { Desk } from '../desk.ts';
import type { SopState } from '../wire.ts';
import { deskSop } from '../world/sops.ts';
import { ok, type Route } from './router.ts';

const SopGiven = z.object({ text: z.string() });

/** The SOPs that are published, and publishing another text. */
export function sopRoutes(desk: Desk): readonly Route[] {
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
