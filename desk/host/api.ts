import * as z from 'zod/mini';
import type { Fault } from '../faults.ts';
import type { Latency } from '../latency.ts';
import type { ProxyAnswer } from '../proxy/proxy-answer.ts';
import type { LoggedRequest } from '../request-log.ts';
import type { Boot, FaultsState, SettingsState, SopState, TicketRow } from '../wire.ts';
import type { Rest, RestAnswer } from '../zaf/rest.ts';

/** The desk's own server. It and this page are one program, so its answers are taken as they are typed. */
async function ask<Type>(method: string, path: string, body?: unknown): Promise<Type> {
  const answer = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const json: unknown = await answer.json();
  if (!answer.ok) throw new Error(Problem.parse(json).error);
  return z.custom<Type>().parse(json);
}

const Problem = z.object({ error: z.string() });

export const fetchBoot = (): Promise<Boot> => ask('GET', '/desk/boot');
export const fetchTickets = (): Promise<readonly TicketRow[]> => ask('GET', '/desk/tickets');
export const fetchRequests = (): Promise<readonly LoggedRequest[]> => ask('GET', '/desk/requests');
export const fetchFaults = (): Promise<FaultsState> => ask('GET', '/desk/faults');
export const fetchSettings = (): Promise<SettingsState> => ask('GET', '/desk/settings');
export const fetchSops = (): Promise<readonly SopState[]> => ask('GET', '/desk/sops');

export const saveFaults = (state: { faults?: readonly Fault[]; latency?: Latency }): Promise<FaultsState> =>
  ask('POST', '/desk/faults', state);
export const saveSettings = (settings: SettingsState['settings']): Promise<SettingsState> =>
  ask('PUT', '/desk/settings', { settings });
export const publishSop = (text: string): Promise<readonly SopState[]> => ask('POST', '/desk/sops', { text });
export const resetSops = (): Promise<readonly SopState[]> => ask('POST', '/desk/sops/reset');
export const resetDesk = (): Promise<unknown> => ask('POST', '/desk/reset');

export const writeAsCustomer = (
  ticketId: number,
  message: { text: string; attachments: readonly { fileName: string; contentType: string }[] },
): Promise<unknown> => ask('POST', `/desk/tickets/${ticketId}/customer-message`, message);

/** Zendesk's REST API, as the agent who is logged in. */
export const restAs =
  (userId: number): Rest =>
  (request) =>
    ask<RestAnswer>('POST', '/desk/rest', { userId, ...request });

/** Zendesk's proxy, for what the app asks by `client.request`. */
export const proxyAs = (userId: number, options: unknown): Promise<ProxyAnswer> =>
  ask('POST', '/proxy', { userId, options });
