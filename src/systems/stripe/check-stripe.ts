import * as z from 'zod/mini';
import type { SystemCheck } from '../../app/ports/systems.ts';
import { checkSystem } from '../check-system.ts';
import type { Transport } from '../transport/transport.ts';
import { stripeSecrets, stripeVersion } from './stripe-request.ts';

const chargesSchema = z.object({ data: z.array(z.object({ livemode: z.boolean() })) });

/** Whether Stripe takes the key; of which kind it is, the newest payment says. */
export function checkStripe(transport: Transport): Promise<SystemCheck> {
  return checkSystem(transport, {
    request: {
      system: 'stripe',
      method: 'GET',
      path: '/v1/charges',
      query: { limit: '1' },
      headers: { 'Stripe-Version': stripeVersion },
      secrets: stripeSecrets,
    },
    read: (body) => {
      const parsed = chargesSchema.safeParse(body);
      if (!parsed.success) return undefined;
      const [newest] = parsed.data.data;
      return newest === undefined ? {} : { mode: newest.livemode ? 'live' : 'test' };
    },
  });
}
