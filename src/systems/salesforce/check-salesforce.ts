import * as z from 'zod/mini';
import type { SystemCheck } from '../../app/ports/systems.ts';
import type { SalesforceApi } from './salesforce-api.ts';
import { isSalesforcePackaged, packagedSalesforceHost, salesforceHost } from './salesforce-host.ts';

const organization = z.object({ Name: z.string(), IsSandbox: z.boolean() });
const system = 'salesforce';

type Checked = {
  readonly api: SalesforceApi;
  /** What the setting says; undefined where it is empty. */
  readonly domain: string | undefined;
  readonly allowedHosts: readonly string[] | undefined;
};

/** Whether Salesforce lets the app in, and into which org. Without the setting, or in a package without the OAuth slot, it is not set up. */
export async function checkSalesforce({ api, domain, allowedHosts }: Checked): Promise<SystemCheck> {
  if (domain === undefined || !isSalesforcePackaged(allowedHosts))
    return { system, is: 'not-set-up', setting: 'salesforce_domain' };
  const said = `The setting salesforce_domain says “${domain.slice(0, 80)}”`;
  if (salesforceHost(domain) === undefined)
    return wrong(`${said}, which is no My Domain name. Write acme for acme.my.salesforce.com.`);
  if (packagedSalesforceHost(domain, allowedHosts) === undefined)
    return wrong(
      `${said}, and this package was made for another org. Correct it, or make the package for this one.`,
    );
  const query = { select: ['Id', 'Name', 'IsSandbox'], from: 'Organization', where: {}, limit: 1 } as const;
  const answer = await api.query(query, 'person');
  if (answer.is === 'failed') return { system, is: 'failing', failure: answer.failure };
  const parsed = organization.safeParse(answer.is === 'parsed' ? answer.body[0] : undefined);
  if (parsed.success) {
    const { Name, IsSandbox } = parsed.data;
    return { system, is: 'connected', account: Name, mode: IsSandbox ? 'test' : 'live' };
  }
  const reason = 'It answered with something else than expected.';
  return { system, is: 'failing', failure: { code: 'unreadable', reason } };
}

const wrong = (reason: string): SystemCheck => ({
  system,
  is: 'failing',
  failure: { code: 'misconfigured', reason },
});
