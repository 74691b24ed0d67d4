import type * as z from 'zod/mini';
import type { Clock } from '../../app/ports/clock.ts';
import type { Failure } from '../../domain/run/events.ts';
import { parseAnswer, parseBody, type Parsed } from '../look-up/parse-answer.ts';
import { lackingRight } from '../transport/configuration-fault.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../transport/transport.ts';
import { shopifyVersion } from './shopify-documents.ts';
import { shopifySchemas, type ShopifyEnvelope } from './shopify-schemas.ts';

type Call<T> = {
  /** In words that an error can use: `the orders of Shopify`. */
  readonly what: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly schema: z.ZodMiniType<T>;
};

type MutationRepeat = 'never' | 'same-effect' | 'same-values';

export type Mutated<T> = Parsed<T> | { readonly is: 'unknown'; readonly failure: Failure };

/** Shopify's GraphQL behind the one transport. HTTP 200 is not success: errors are looked at first. None throws. */
export type ShopifyApi = {
  query<T>(call: Call<T>, priority: SystemRequest['priority']): Promise<Parsed<T>>;
  /**
   * What cannot be read afterwards may have happened: `unknown`. `never` is sent once. `same-effect` carries a key, `same-values` sets
   * what does not depend on what was there: both are repeated by the transport, and once more where the shop is busy.
   */
  mutate<T>(call: Call<T>, repeat: MutationRepeat): Promise<Mutated<T>>;
};

/** What a person would still wait for; beyond it a busy shop is said to be busy. */
const longestWait = 5_000;

export function createShopifyApi(transport: Transport, clock: Clock): ShopifyApi {
  const send = (call: Call<unknown>, repeat: SystemRequest['repeat'], priority: SystemRequest['priority']) =>
    transport.send(graphqlRequest(call, repeat, priority));
  const pause = (wait: number) => new Promise<void>((resolve) => clock.after(wait, resolve));
  const ask = async <T>(
    call: Call<T>,
    priority: SystemRequest['priority'],
    mayWait: boolean,
  ): Promise<Parsed<T>> => {
    const envelope = parseAnswer(await send(call, 'read', priority), shopifySchemas.envelope, call.what);
    if (envelope.is === 'failed') return envelope;
    const refusal = refusalOf(envelope.body, `read ${call.what}`);
    if (refusal === undefined) return parseBody(envelope.body.data, call.schema, call.what);
    const wait = mayWait ? waitFor(envelope.body) : undefined;
    if (wait === undefined) return { is: 'failed', failure: refusal };
    await pause(wait);
    return ask(call, priority, false);
  };
  return {
    query: (call, priority) => ask(call, priority, true),
    mutate: async (call, repeat) => {
      const sendOnce = async (isOpen: boolean) =>
        readMutation(await send(call, repeat, 'person'), call, isOpen);
      const first = await sendOnce(false);
      if (repeat === 'never' || first.wait === undefined) return first.mutated;
      await pause(first.wait);
      return (await sendOnce(first.mutated.is === 'unknown')).mutated;
    },
  };
}

/** `wait`: Shopify asks for the same again in so many milliseconds. */
type MutationReading<T> = { readonly mutated: Mutated<T>; readonly wait?: number | undefined };

/** `isOpen`: what came of an earlier try of the same is not known, so an answer that says no says nothing of that one. */
function readMutation<T>(answer: SystemAnswer, call: Call<T>, isOpen: boolean): MutationReading<T> {
  if (answer.is === 'unknown') return { mutated: answer };
  if (answer.is !== 'answered') {
    const refused = parseAnswer(answer, call.schema, call.what);
    return {
      mutated: isOpen && refused.is === 'failed' ? { is: 'unknown', failure: refused.failure } : refused,
    };
  }
  const envelope = parseBody(answer.body, shopifySchemas.envelope, call.what, answer.requestId);
  if (envelope.is === 'failed') return { mutated: { is: 'unknown', failure: envelope.failure } };
  const refusal = refusalOf(envelope.body, call.what);
  if (refusal !== undefined) {
    const isClear = !isOpen && answer.mayHaveHappenedBefore !== true && didNothing(envelope.body);
    return {
      mutated: { is: isClear ? 'failed' : 'unknown', failure: refusal },
      wait: waitFor(envelope.body),
    };
  }
  const parsed = parseBody(envelope.body.data, call.schema, call.what, answer.requestId);
  return { mutated: parsed.is === 'failed' ? { is: 'unknown', failure: parsed.failure } : parsed };
}

/** Source: https://shopify.dev/docs/api/admin-graphql, "Status and error codes" */
const codesThatDidNothing = new Set(['THROTTLED', 'ACCESS_DENIED', 'SHOP_INACTIVE', 'MAX_COST_EXCEEDED']);

const codeOf = ({ errors }: ShopifyEnvelope) => errors?.[0]?.extensions?.code ?? undefined;

/**
 * A right can be lacking for a field of the answer alone: then the change was made, and only its record cannot be shown. So nothing was done
 * only where the error is about the mutation itself and nothing of it came back.
 */
function didNothing({ data, errors }: ShopifyEnvelope): boolean {
  const [error] = errors ?? [];
  const isOfWhole = (error?.path?.length ?? 0) <= 1;
  const isEmpty =
    data == null || (typeof data === 'object' && Object.values(data).every((one) => one === null));
  return codesThatDidNothing.has(error?.extensions?.code ?? '') && isOfWhole && isEmpty;
}

function refusalOf(envelope: ShopifyEnvelope, attempted: string): Failure | undefined {
  const [error] = envelope.errors ?? [];
  if (error === undefined) return undefined;
  const code = codeOf(envelope);
  if (code === 'THROTTLED')
    return { code: 'unavailable', reason: 'Shopify is busy for this shop. Try again in a few seconds.' };
  if (code === 'ACCESS_DENIED') {
    const reason = `Cannot ${attempted}: ${lackingRight('shopify', envelope.errors)}`;
    return { code: 'misconfigured', reason };
  }
  return { code: 'refused', reason: error.message };
}

/** The same key is at work in another request; a moment later its result is there. Source: https://shopify.dev/docs/api/usage/implementing-idempotency */
const keyAtWork = 'IDEMPOTENCY_CONCURRENT_REQUEST';
const keyAtWorkFor = 1_000;

/** Milliseconds until the same may be asked again: until the bucket holds what the query costs, or the key is free. */
function waitFor(envelope: ShopifyEnvelope): number | undefined {
  if (codeOf(envelope) === keyAtWork) return keyAtWorkFor;
  const cost = envelope.extensions?.cost;
  if (codeOf(envelope) !== 'THROTTLED' || cost == null || cost.throttleStatus.restoreRate <= 0)
    return undefined;
  const missing = Math.max(cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable, 0);
  const wait = Math.ceil((missing / cost.throttleStatus.restoreRate) * 1000);
  return wait <= longestWait ? wait : undefined;
}

function graphqlRequest(
  { what, document, variables }: Call<unknown>,
  repeat: SystemRequest['repeat'],
  priority: SystemRequest['priority'],
): SystemRequest {
  return {
    system: 'shopify',
    operation: repeat === 'read' ? `read ${what}` : what,
    method: 'POST',
    path: `/admin/api/${shopifyVersion}/graphql.json`,
    body: { json: { query: document, variables } },
    secrets: { 'X-Shopify-Access-Token': '{{setting.shopify_token}}' },
    repeat,
    priority,
  };
}
