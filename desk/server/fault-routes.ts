import * as z from 'zod/mini';
import type { Desk } from '../desk.ts';
import { FaultSchema } from '../faults.ts';
import type { FaultsState } from '../wire.ts';
import { ok, type Route } from './router.ts';

const FaultsGiven = z.object({
  faults: z.optional(z.array(FaultSchema)),
  latency: z.optional(z.record(z.string(), z.number())),
});

/** What fails, and how long answers take. */
export function faultRoutes(desk: Desk): readonly Route[] {
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
