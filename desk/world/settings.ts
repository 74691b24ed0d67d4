import { depotDescription } from '../fakes/custom-api/depot-description.ts';
import { SALESFORCE_DOMAIN } from './crm.ts';
import { GROUPS, ROLES } from './people.ts';
import { SHOP } from './seeds.ts';
import { publishedSetting, type DeskSop } from './sops.ts';

/** The app settings that are not secure, as an admin of this account has filled them in. */
export function deskSettings(
  sops: readonly DeskSop[],
): Readonly<Record<string, string | boolean | number | null>> {
  return {
    sop_mappings: MAPPINGS,
    teams: [...TEAMS, `Team lead = role ${ROLES.teamLead.id}`].join('\n'),
    autonomy: '',
    published: publishedSetting(sops),
    assistant_on: true,
    assistant_model: '',
    shopify_shop: `${SHOP}.myshopify.com`,
    salesforce_domain: SALESFORCE_DOMAIN,
    custom_apis: depotDescription(),
    hourly_cost: 32.5,
    currency: 'USD',
  };
}

const MAPPINGS = [
  '# condition -> SOP id; the first line that applies wins',
  'ticket form = "Shipping" and ticket tags contains "late_parcel" -> late-parcel',
  'requester email contains "@vip.example" -> none',
].join('\n');

const TEAMS = Object.values(GROUPS).map(({ id, name }) => `${name} = group ${id}`);
