import * as z from 'zod/mini';
import type { SystemCheck } from '../../app/ports/systems.ts';
import { checkSystem } from '../check-system.ts';
import type { Transport } from '../transport/transport.ts';

const meSchema = z.object({ user: z.object({ id: z.union([z.number(), z.string()]) }) });

/** Whether Zendesk answers as the person who is signed in. */
export function checkZendesk(transport: Transport): Promise<SystemCheck> {
  return checkSystem(transport, {
    request: { system: 'zendesk', method: 'GET', path: '/api/v2/users/me.json' },
    read: (body) => (meSchema.safeParse(body).success ? {} : undefined),
  });
}
