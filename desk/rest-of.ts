import type { FakeRequest } from './fakes/fake.ts';
import type { ZendeskFake } from './fakes/zendesk/zendesk-fake.ts';
import { WORKSPACE_USER } from './world/people.ts';
import type { Rest } from './zaf/rest.ts';

/**
 * Zendesk's REST API for the workspace itself, past proxy, faults and log: the page must show the truth while the app meets faults. What
 * is written is written as the agent; what is read is read as nobody's, because an agent's page does not count against an app's limit.
 */
export function restOf(zendesk: () => ZendeskFake, userId: number): Rest {
  return (request) => {
    const fake = zendesk();
    const asker = request.method === 'GET' ? WORKSPACE_USER.id : userId;
    const sent: FakeRequest = {
      method: request.method,
      url: new URL(request.path, `https://${fake.state.seed.subdomain}.zendesk.com`),
      headers: { 'content-type': 'application/json', 'x-desk-user': String(asker) },
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
    };
    const { status, body } = fake.handle(sent);
    const read: unknown = body === '' ? undefined : JSON.parse(body);
    return Promise.resolve({ status, body: read });
  };
}
