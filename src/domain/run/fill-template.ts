import { displayText } from '../facts/display-text.ts';
import type { FactName } from '../facts/value.ts';
import type { Template } from '../sop/document.ts';
import { missingFacts } from './missing-facts.ts';
import { needFacts } from './need-facts.ts';
import type { Flow, Place, Scope, Walk } from './walk.ts';

type At = { readonly walk: Walk; readonly place: Place; readonly scope: Scope };

/** The text with its placeholders filled in, in the customer's language; the flow where one is unknown, which blocks the text. */
export function fillTemplate({ walk, place, scope }: At, template: Template): string | Flow {
  const names = [...new Set(template.flatMap((part) => ('fact' in part ? [part.fact] : [])))];
  for (;;) {
    const flow = needFacts({ walk, place, scope, neededBy: 'instruction' }, names);
    if (flow.to !== 'next') return flow;
    const missing = names.filter((name) => !valueOf(walk, name));
    if (missing.length === 0)
      return template.map((part) => ('fact' in part ? textOf(walk, part.fact) : part.text)).join('');
    const gate = missingFacts(walk, place, {
      missing,
      because: 'unknown-parameter',
      about: template.map((part) => ('fact' in part ? `{${part.fact}}` : part.text)).join(''),
    });
    if (gate !== 'again') return gate;
  }
}

const valueOf = (walk: Walk, name: FactName) => walk.known.get(name) ?? walk.fillers.get(name);

function textOf(walk: Walk, name: FactName): string {
  const value = valueOf(walk, name);
  return value ? displayText(value, walk.started.locale ?? 'en-US') : '';
}
