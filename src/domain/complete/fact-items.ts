import { foldName } from '../facts/fact-name.ts';
import { factTypeText } from '../facts/fact-type.ts';
import type { FactType } from '../facts/value.ts';
import type { DeclaredFact } from '../facts/vocabulary.ts';
import type { CompletionItem } from './completion.ts';
import type { Outline } from './outline.ts';

/** The facts that fit, declared ones first. */
export function factItems(
  outline: Outline,
  fits: (type: FactType | undefined) => boolean = () => true,
): readonly CompletionItem[] {
  return outline.vocabulary.facts
    .filter(({ type }) => fits(type))
    .map((fact) => ({ label: fact.name, insert: fact.name, kind: 'fact', detail: detailOf(fact, outline) }));
}

function detailOf({ name, type, builtIn }: DeclaredFact, { sources }: Outline): string {
  const words = type ? factTypeText(type) : '';
  if (builtIn) return `${words}, always there`;
  const source = sources.get(foldName(name)) ?? '';
  return source === '' ? words : `${words} from ${source}`;
}

/** Whether a fact of this type can be compared with one of that; what has no type yet can be anything. */
export function isComparable(one: FactType | undefined, other: FactType | undefined): boolean {
  return !one || !other || groupOf(one) === groupOf(other);
}

function groupOf({ kind }: FactType): string {
  switch (kind) {
    case 'number':
    case 'count':
    case 'money':
      return 'amount';
    case 'text':
    case 'choice':
      return 'words';
    case 'yes-no':
    case 'date':
    case 'duration':
    case 'list':
      return kind;
  }
}

/** Whether values of a type have an order. */
export function isOrdered(type: FactType | undefined): boolean {
  return !type || ['amount', 'date', 'duration'].includes(groupOf(type));
}
