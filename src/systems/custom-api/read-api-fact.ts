import type { ReadRequest } from '../../app/ports/records.ts';
import type { ApiDocument, ApiLookUp } from '../../domain/custom-api/api-document.ts';
import type { Values } from '../../domain/custom-api/fill-request.ts';
import type { Instant } from '../../domain/run/events.ts';
import { declaredName, recordDeclaration } from '../look-up/fact-text.ts';
import { follow, type FieldReading, type LookUp, type NoneBecause } from '../look-up/look-up.ts';
import type { System } from '../system.ts';
import type { ApiReader } from './api-records.ts';
import { keyNames, valuesFor, valuesOfFacts } from './values-of.ts';

type Reader = { readonly api: ApiDocument; readonly records: ApiReader; readonly now: () => Instant };

/** Looks up the one fact that is asked for. */
export async function readApiFact(reader: Reader, request: ReadRequest): Promise<LookUp<FieldReading>> {
  const { api, records, now } = reader;
  const { record, field: name } = request.source;
  const lookUp = api.lookUps.find((one) => one.record === record);
  const field = lookUp?.fields.find((one) => one.name === name);
  if (lookUp === undefined) return none('not-offered', now());
  if (field === undefined) return none('no-such-field', now());
  const asker = {
    ticketId: request.ticket.id,
    freshness: request.freshness,
    chosen: request.chosen(api.system, record),
  };
  const found = await records.one(lookUp, valuesOf(lookUp, request), asker);
  return follow(found, (one, observedAt) => reading(records.field(one, field), observedAt));
}

function reading(read: ReturnType<ApiReader['field']>, observedAt: Instant): LookUp<FieldReading> {
  return read.is === 'failed' ? read : { is: 'found', record: { reading: read, url: undefined }, observedAt };
}

/** The fact that the SOP's own record names stands for the first one of the look-up. */
function valuesOf(lookUp: ApiLookUp, request: ReadRequest): Values {
  const facts = valuesOfFacts(request);
  const by = recordDeclaration(request.records, request.source.declaredRecord)?.by;
  return valuesFor({ lookUp, by }, facts, facts);
}

/** The facts that a look-up needs, as the SOP spells them. */
export function keyFactsOf(api: ApiDocument): System['keyFacts'] {
  return (source, declarations, declared) => {
    const lookUp = api.lookUps.find(({ record }) => record === source.record);
    if (lookUp === undefined) return [];
    const [first, ...others] = keyNames(lookUp);
    const by = recordDeclaration(declarations, source.declaredRecord)?.by ?? first;
    const names = by === undefined ? others : [by, ...others];
    return names.flatMap((name) => declaredName(declared, name.toLowerCase()) ?? []);
  };
}

const none = (because: NoneBecause, observedAt: Instant) => ({ is: 'none', because, observedAt }) as const;
