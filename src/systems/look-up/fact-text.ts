import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactName } from '../../domain/facts/value.ts';
import type { RecordDeclaration } from '../../domain/sop/document.ts';
import type { ReadRequest } from '../../app/ports/records.ts';

/** A fact as the text of a look-up; undefined where it is unknown, empty, or nothing that a key could be. */
export function factText(value: FactJson | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** The address of the person who wrote. */
export function requesterEmail(ticket: ReadRequest['ticket']): string | undefined {
  return factText(ticket.facts['requester email']);
}

/** A fact's name as the SOP spells it; names are matched without case. */
export function declaredName(declared: readonly FactName[], name: FactName): FactName | undefined {
  return declared.find((candidate) => candidate.toLowerCase() === name);
}

/** The declaration of the SOP's own record that a source names. */
export function recordDeclaration(
  records: readonly RecordDeclaration[],
  declaredRecord: string | undefined,
): RecordDeclaration | undefined {
  return declaredRecord === undefined ? undefined : records.find(({ name }) => name === declaredRecord);
}

/**
 * What the SOP declares the records of an action by, where it says one thing of them. Of several declarations none is taken: nothing says
 * which of them an action means.
 */
export function declarationOf(
  records: readonly RecordDeclaration[],
  system: string,
  entities: readonly string[],
): RecordDeclaration | undefined {
  const fitting = records.filter((one) => one.system === system && entities.includes(one.entity));
  const keys = new Set(fitting.map(({ by }) => by));
  return keys.size === 1 ? fitting[0] : undefined;
}
