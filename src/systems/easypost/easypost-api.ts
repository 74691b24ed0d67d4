import type * as z from 'zod/mini';
import { parseAnswer, type Parsed } from '../look-up/parse-answer.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../transport/transport.ts';
import {
  easyPostSchemas,
  type Claim,
  type Insurance,
  type Shipment,
  type Tracker,
} from './easypost-schemas.ts';

type Priority = SystemRequest['priority'];

/** Lists go back a month unless they are told from when to when, both ISO 8601. Newest first. */
export type ListWindow = { readonly from: string; readonly to: string; readonly before?: string };

/** Every request that Signoff makes of EasyPost. None throws. Writes give the raw answer. */
export type EasyPostApi = {
  /** A POST that reads: the same code gives the same tracker. Source: https://docs.easypost.com/docs/trackers, "Create a Tracker" */
  tracker(code: string, priority: Priority): Promise<Parsed<Tracker>>;
  claims(window: ListWindow, priority: Priority): Promise<Parsed<{ claims: Claim[]; has_more: boolean }>>;
  claim(id: string, priority: Priority): Promise<Parsed<Claim>>;
  insurances(
    window: ListWindow,
    priority: Priority,
  ): Promise<Parsed<{ insurances: Insurance[]; has_more: boolean }>>;
  insurance(id: string, priority: Priority): Promise<Parsed<Insurance>>;
  shipment(id: string, priority: Priority): Promise<Parsed<Shipment>>;
  createClaim(claim: unknown): Promise<SystemAnswer>;
  cancelClaim(id: string): Promise<SystemAnswer>;
  createInsurance(insurance: unknown): Promise<SystemAnswer>;
  insureShipment(id: string, amount: string): Promise<SystemAnswer>;
  refundInsurance(id: string): Promise<SystemAnswer>;
  refundShipment(id: string): Promise<SystemAnswer>;
};

export const easyPostSecrets = { Authorization: 'Bearer {{setting.easypost_key}}' };

/** EasyPost behind the one transport. The key is filled in by Zendesk's proxy. */
export function createEasyPostApi(transport: Transport): EasyPostApi {
  const read = async <T>(schema: z.ZodMiniType<T>, { what, ...request }: Read): Promise<Parsed<T>> =>
    parseAnswer(
      await transport.send({
        system: 'easypost',
        operation: `read ${what}`,
        secrets: easyPostSecrets,
        repeat: 'read',
        ...request,
      }),
      schema,
      what,
    );
  const one =
    <T extends { readonly id: string }>(schema: z.ZodMiniType<T>, what: string, folder: string) =>
    async (id: string, priority: Priority) => {
      const path = `${folder}/${encodeURIComponent(id)}`;
      return sameRecord(await read(schema, { what, method: 'GET', path, priority }), id);
    };
  const page =
    <T>(schema: z.ZodMiniType<T>, what: string, path: string) =>
    (window: ListWindow, priority: Priority) =>
      read(schema, { what, method: 'GET', path, query: pageQuery(window), priority });
  const write = (operation: string, path: string, json: unknown) =>
    transport.send(writeRequest(operation, path, json));
  return {
    tracker: (code, priority) =>
      read(easyPostSchemas.tracker, {
        what: 'the tracker of EasyPost',
        method: 'POST',
        path: '/v2/trackers',
        body: { json: { tracker: { tracking_code: code } } },
        priority,
      }),
    claims: page(easyPostSchemas.claims, 'the claims of EasyPost', '/v2/claims'),
    claim: one(easyPostSchemas.claim, 'the claim of EasyPost', '/v2/claims'),
    insurances: page(easyPostSchemas.insurances, 'the insurances of EasyPost', '/v2/insurances'),
    insurance: one(easyPostSchemas.insurance, 'the insurance of EasyPost', '/v2/insurances'),
    shipment: one(easyPostSchemas.shipment, 'the shipment of EasyPost', '/v2/shipments'),
    createClaim: (claim) => write('file the claim', '/v2/claims', claim),
    cancelClaim: (id) => write('cancel the claim', `/v2/claims/${encodeURIComponent(id)}/cancel`, {}),
    createInsurance: (insurance) => write('insure the parcel', '/v2/insurances', { insurance }),
    insureShipment: (id, amount) =>
      write('insure the parcel', `/v2/shipments/${encodeURIComponent(id)}/insure`, { amount }),
    refundInsurance: (id) =>
      write('cancel the insurance', `/v2/insurances/${encodeURIComponent(id)}/refund`, {}),
    refundShipment: (id) => write('refund the label', `/v2/shipments/${encodeURIComponent(id)}/refund`, {}),
  };
}

/** The record that was asked for and no other: whatever follows is done to the one that came back. */
function sameRecord<T extends { readonly id: string }>(answer: Parsed<T>, id: string): Parsed<T> {
  if (answer.is === 'failed' || answer.body.id === id) return answer;
  const reason = 'EasyPost answered with another record than the one that was asked for.';
  return { is: 'failed', failure: { code: 'unreadable', reason } };
}

type Read = Pick<SystemRequest, 'method' | 'path' | 'query' | 'body' | 'priority'> & {
  readonly what: string;
};

function pageQuery({ from, to, before }: ListWindow): Readonly<Record<string, string>> {
  const window = { page_size: '100', start_datetime: from, end_datetime: to };
  return before === undefined ? window : { ...window, before_id: before };
}

/** EasyPost knows no idempotency key: what may have arrived is never sent again. */
function writeRequest(operation: string, path: string, json: unknown): SystemRequest {
  return {
    system: 'easypost',
    operation,
    method: 'POST',
    path,
    body: { json },
    secrets: easyPostSecrets,
    repeat: 'never',
    priority: 'person',
  };
}
