import { quoted } from '../../facts/found-problem.ts';
import type { Input, Sop } from '../../sop/document.ts';
import type { Charge } from './charge.ts';

const costOfOpenRecord = 0.4;

/** Of these there is one for whoever wrote the ticket. */
const oneForEach: ReadonlySet<string> = new Set(
  'customer contact account company organization requester user person lead'.split(' '),
);

/**
 * Kinds of records that a customer can have several of, such as orders, where neither `records` nor a number says which one is
 * meant: at the first fact that is read from it.
 */
export function chargeOpenRecords({ inputs, records }: Sop): readonly Charge[] {
  if (inputs.some(({ name }) => /\b(?:number|no|id|code|reference)$/i.test(name))) return [];
  const settled = new Set(records.map(({ system, entity }) => `${system}.${entity}`));
  return inputs.flatMap((input): readonly Charge[] => {
    if (!canBeSeveral(input) || settled.has(kindOf(input))) return [];
    settled.add(kindOf(input));
    const message = `${quoted(input.name)} comes from ${quoted(kindOf(input))}, and nothing says which one where a customer has several. Declare the fact that names it, such as “order number”, or say it under “records”.`;
    return [
      { ...input.span, dimension: 'completeness', cost: costOfOpenRecord, group: 'open-record', message },
    ];
  });
}

function canBeSeveral({ source }: Input): boolean {
  if (source.from === 'message' || source.system === 'zendesk') return false;
  return source.declaredRecord === undefined && !oneForEach.has(source.record.toLowerCase());
}

function kindOf({ source }: Input): string {
  return source.from === 'system' ? `${source.system}.${source.record}` : source.from;
}
