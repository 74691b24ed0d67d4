import type { ZafClient } from '../../src/systems/zendesk/zaf-client.ts';
import type { ManualClock } from '../support/manual-clock.ts';

/** A client whose requests take so long, on the way there and on the way back, as chance has it: every seed is another interleaving. */
export function createJitteryClient(client: ZafClient, clock: ManualClock, random: () => number): ZafClient {
  const takeTime = () =>
    new Promise<void>((resolve) => {
      clock.after(Math.floor(random() * 400), resolve);
    });
  return {
    ...client,
    request: async (options) => {
      await takeTime();
      try {
        return await client.request(options);
      } finally {
        await takeTime();
      }
    },
  };
}
