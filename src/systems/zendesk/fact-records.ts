import * as z from 'zod/mini';
import type { ReadRequest } from '../../app/ports/records.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Instant } from '../../domain/run/events.ts';
import { parseBody, type Parsed } from '../look-up/parse-answer.ts';
import { shareLookUps } from '../look-up/share-look-ups.ts';
import type { SystemAnswer, Transport } from '../transport/transport.ts';
import { failed } from './fact-outcome.ts';
import { withoutAddOn } from './side-conversations.ts';

/** Something small that only the REST API knows. `what` says in words what it is. */
type Question<T> = {
  readonly what: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly schema: z.ZodMiniType<T>;
};

type Asked<T> = Parsed<T> & { readonly observedAt?: Instant };

/**
 * What the app framework does not tell is asked of the REST API, and only where an SOP declares such a fact. Facts of one record share
 * one request, until the ticket changes or somebody asks for the newest.
 */
export type FactRecords = { ask<T>(request: ReadRequest, question: Question<T>): Promise<Asked<T>> };

export function createFactRecords({
  transport,
  clock,
}: {
  readonly transport: Transport;
  readonly clock: Pick<Clock, 'now'>;
}): FactRecords {
  const share = shareLookUps<unknown>(async (key) => {
    const [what, path, query] = keySchema.parse(JSON.parse(key));
    const answer = await transport.send({
      system: 'zendesk',
      operation: `read ${what}`,
      method: 'GET',
      path,
      ...(Object.keys(query).length > 0 ? { query } : {}),
      repeat: 'read',
      priority: 'background',
    });
    return answer.is === 'answered'
      ? { is: 'found', record: answer.body, observedAt: clock.now() }
      : { is: 'failed', failure: failureOf(path, answer) };
  });
  return {
    ask: async ({ ticket, freshness }, { what, path, query = {}, schema }) => {
      const key = JSON.stringify([what, path, query, ticket.updatedAt]);
      const found = await share(key, { ticketId: ticket.id, freshness });
      if (found.is === 'found')
        return { ...parseBody(found.record, schema, what), observedAt: found.observedAt };
      return found.is === 'failed' ? found : failed('unavailable', `Cannot read ${what}.`);
    },
  };
}

/** A question as the key of its answer; the ticket's last change stands behind it. */
const keySchema = z.tuple([z.string(), z.string(), z.record(z.string(), z.string()), z.string()]);

/** A path of side conversations that is refused says so in words of its own. */
function failureOf(path: string, answer: Exclude<SystemAnswer, { is: 'answered' }>) {
  const ofAddOn = path.includes('/side_conversations') ? withoutAddOn(answer) : undefined;
  return ofAddOn ?? answer.failure;
}
