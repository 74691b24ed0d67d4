import type { SystemCheck } from '../../app/ports/systems.ts';
import { checkSystem } from '../check-system.ts';
import type { Transport } from '../transport/transport.ts';
import { hubspotSecrets } from './hubspot-api.ts';
import { hubspotSchemas } from './hubspot-schemas.ts';

/** Whether HubSpot takes the token, and for which account. Source: https://developers.hubspot.com/docs/api-reference/account-account-info-v3/guide */
export function checkHubspot(transport: Transport): Promise<SystemCheck> {
  return checkSystem(transport, {
    request: {
      system: 'hubspot',
      method: 'GET',
      path: '/account-info/v3/details',
      secrets: hubspotSecrets,
    },
    read: (body) => {
      const parsed = hubspotSchemas.account.safeParse(body);
      if (!parsed.success) return undefined;
      const { portalId, accountType } = parsed.data;
      return { account: `Account ${portalId}`, mode: accountType === 'STANDARD' ? 'live' : 'test' };
    },
  });
}
