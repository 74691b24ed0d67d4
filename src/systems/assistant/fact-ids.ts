import type { FactName, FactType } from '../../domain/facts/value.ts';

export type AskedFact = { readonly name: FactName; readonly type: FactType };

/** Ids that a schema can hold: lower case, and never two that differ by case only. `legal threat` is `legal_threat`; other scripts count. */
export function factIds(facts: readonly AskedFact[]): ReadonlyMap<string, AskedFact> {
  const ids = new Map<string, AskedFact>();
  for (const [index, fact] of facts.entries()) {
    const slug = fact.name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '');
    const id = slug === '' || ids.has(slug) ? `fact_${index + 1}_${slug}`.replace(/_$/, '') : slug;
    ids.set(id, fact);
  }
  return ids;
}

/** A type in the words of an SOP's header, as the model is told it. */
export function typeWords(type: FactType): string {
  switch (type.kind) {
    case 'yes-no':
      return 'yes or no';
    case 'choice':
      return `one of: ${type.options.join(', ')}`;
    case 'money':
      return `an amount of money with its currency code, such as ${type.currency ?? 'USD'} 20`;
    case 'date':
      return 'a date as YYYY-MM-DD';
    case 'count':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'duration':
      return 'a duration such as 3 days';
    case 'list':
      return 'a list, separated by commas';
    case 'text':
      return "the customer's own words";
  }
}
