import * as z from 'zod/mini';
import type { SystemCheck } from '../../app/ports/systems.ts';
import { checkSystem } from '../check-system.ts';
import type { Transport } from '../transport/transport.ts';
import { easyPostSecrets } from './easypost-api.ts';

const trackersSchema = z.object({ trackers: z.array(z.object({ mode: z.enum(['test', 'production']) })) });

/** Whether EasyPost takes the key; of which kind it is, its newest tracker says. */
export function checkEasyPost(transport: Transport): Promise<SystemCheck> {
  return checkSystem(transport, {
    request: {
      system: 'easypost',
      method: 'GET',
      path: '/v2/trackers',
      query: { page_size: '1' },
      secrets: easyPostSecrets,
    },
    read: (body) => {
      const parsed = trackersSchema.safeParse(body);
      if (!parsed.success) return undefined;
      const [newest] = parsed.data.trackers;
      return newest === undefined ? {} : { mode: newest.mode === 'test' ? 'test' : 'live' };
    },
  });
}
