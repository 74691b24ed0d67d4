import type { ApiLookUp, RecordReference } from '../../domain/custom-api/api-document.ts';
import type { Values } from '../../domain/custom-api/fill-request.ts';
import { namesInRequest } from '../../domain/custom-api/read-request.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactName, Value } from '../../domain/facts/value.ts';
import type { Ticket } from '../../app/ports/ticket-desk.ts';
import { factText } from '../look-up/fact-text.ts';

type Known = {
  readonly ticket: Ticket;
  readonly keyFact: (name: FactName) => FactJson | undefined;
};

export const textValue = (text: string): Value => ({ kind: 'text', text });

/** Facts of the ticket as values: those of the SOP first, then what every ticket has. */
export function valuesOfFacts({ ticket, keyFact }: Known): Values {
  return (name) => {
    const text = factText(keyFact(name)) ?? factText(ticket.facts[name.toLowerCase()]);
    return text === undefined ? undefined : textValue(text);
  };
}

/** The facts of a look-up, the first of which the SOP or an action may replace by another value. */
export function keyNames({ request }: Pick<ApiLookUp, 'request'>): readonly string[] {
  return namesInRequest(request);
}

/** Values for a look-up in which one stands for what it is looked up by. */
export function valuesFor({ lookUp, by }: RecordReference, facts: Values, others: Values): Values {
  const [key] = keyNames(lookUp);
  return (name) => (by !== undefined && name === key ? others(by) : facts(name));
}
