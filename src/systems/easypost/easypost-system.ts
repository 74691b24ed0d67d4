import type { Clock } from '../../app/ports/clock.ts';
import type { ReadRequest } from '../../app/ports/records.ts';
import { declaredName, factText, recordDeclaration } from '../look-up/fact-text.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { checkEasyPost } from './check-easypost.ts';
import { answerRead, follow, type FieldReading, type LookUp } from '../look-up/look-up.ts';
import { parseAnswer } from '../look-up/parse-answer.ts';
import { shareLookUps, type Asker } from '../look-up/share-look-ups.ts';
import type { System } from '../system.ts';
import type { SystemRequest, Transport } from '../transport/transport.ts';
import { trackerFactFields, trackerFacts } from './tracker-facts.ts';
import { trackerSchema, type Tracker } from './tracker-schema.ts';

export type EasyPostSettings = {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly dateOf: DateOf;
  /** The tracking number of the ticket's order, where a shop system knows it. */
  readonly trackingNumber?: (request: ReadRequest) => Promise<LookUp<string>>;
};

/** EasyPost behind the ports: where a parcel is. It only reads. */
export function createEasyPostSystem({ transport, clock, dateOf, trackingNumber }: EasyPostSettings): System {
  const tracker = shareLookUps(async (code, asker): Promise<LookUp<Tracker>> => {
    const answer = parseAnswer(
      await transport.send(trackerRequest(code, asker)),
      trackerSchema,
      'the tracker of EasyPost',
    );
    const observedAt = clock.now();
    if (answer.is === 'parsed') return { is: 'found', record: answer.body, observedAt };
    return isNoSuchCode(answer.failure.status) ? { is: 'none', because: 'not-found', observedAt } : answer;
  });
  const read = async (request: ReadRequest): Promise<LookUp<FieldReading>> => {
    const fact = trackerFacts[request.source.field];
    if (request.source.record !== 'tracker')
      return { is: 'none', because: 'not-offered', observedAt: clock.now() };
    if (fact === undefined) return { is: 'none', because: 'no-such-field', observedAt: clock.now() };
    return follow(await trackingCode(request), async (code) =>
      follow(
        await tracker(code, { ticketId: request.ticket.id, freshness: request.freshness }),
        (record, observedAt) => ({
          is: 'found',
          record: { reading: fact.of(record, dateOf), url: record.public_url ?? undefined },
          observedAt,
        }),
      ),
    );
  };
  /** By the fact that the SOP declares, else by the fact `tracking number`, else by the ticket's order. */
  const trackingCode = async (request: ReadRequest): Promise<LookUp<string>> => {
    const declaration = recordDeclaration(request.records, request.source.declaredRecord);
    const code = factText(request.keyFact(declaration?.by ?? 'tracking number'));
    if (code !== undefined) return { is: 'found', record: code, observedAt: clock.now() };
    const isLeftToTheOrder = declaration === undefined && trackingNumber !== undefined;
    return isLeftToTheOrder
      ? trackingNumber(request)
      : { is: 'none', because: 'key-missing', observedAt: clock.now() };
  };
  return {
    name: 'easypost',
    facts: trackerFactFields,
    keyFacts: (source, declarations, declared) => {
      const declaration = recordDeclaration(declarations, source.declaredRecord);
      if (declaration !== undefined) return [declaration.by];
      const key = declaredName(declared, 'tracking number') ?? declaredName(declared, 'order number');
      return key === undefined ? [] : [key];
    },
    read: async (request) => answerRead(request, await read(request)),
    check: () => checkEasyPost(transport),
    actions: [],
  };
}

/** A POST that reads: the same code gives the same tracker. Source: https://docs.easypost.com/docs/trackers, "Create a Tracker" */
function trackerRequest(code: string, { freshness }: Asker): SystemRequest {
  return {
    system: 'easypost',
    operation: 'read the tracker of EasyPost',
    method: 'POST',
    path: '/v2/trackers',
    body: { json: { tracker: { tracking_code: code } } },
    secrets: { Authorization: 'Bearer {{setting.easypost_key}}' },
    repeat: 'read',
    priority: freshness === 'newest' ? 'person' : 'background',
  };
}

const isNoSuchCode = (status: number | undefined) => status === 404 || status === 422;
