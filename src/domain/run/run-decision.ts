import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { FactName, Truth } from '../facts/value.ts';
import type { Decision } from '../sop/document.ts';
import { missingFacts } from './missing-facts.ts';
import { needFacts } from './need-facts.ts';
import { runBody } from './run-body.ts';
import { traceLine, type Flow, type Place, type Scope, type Walk } from './walk.ts';

type Row = Decision['rows'][number];
type Choice =
  | { readonly is: 'row'; readonly row: Row }
  | { readonly is: 'undecided'; readonly missing: readonly FactName[] };

/** Runs a decision table: the row that applies, or a gate where none or several do or a fact is missing. Source: SOP language, section 3. */
export function runDecision(walk: Walk, place: Place, scope: Scope, decision: Decision): Flow {
  for (;;) {
    const choice =
      decision.mode === 'first match'
        ? firstMatch(walk, place, scope, decision)
        : exactlyOne(walk, place, scope, decision);
    if ('to' in choice) return choice;
    if (choice.is === 'row') return runRow(walk, place, scope, choice.row);
    const gate = missingFacts(walk, place, {
      missing: choice.missing,
      because: choice.missing.length > 0 ? 'unknown-condition' : 'undecided-table',
      about: decision.name,
    });
    if (gate !== 'again') return gate;
  }
}

function runRow(walk: Walk, place: Place, scope: Scope, { span, cells, body }: Row): Flow {
  traceLine(walk, { ...place, ...span }, 'yes', [...new Set(cells.flatMap(({ facts }) => facts))]);
  return runBody(walk, { body, around: scope, prefix: place.id });
}

function firstMatch(walk: Walk, place: Place, scope: Scope, { rows }: Decision): Choice | Flow {
  for (const row of rows) {
    const truth = decideRow(walk, place, scope, row);
    if ('to' in truth) return truth;
    if (truth.is === 'yes') return { is: 'row', row };
    if (truth.is === 'unknown') return { is: 'undecided', missing: truth.missing };
  }
  return { is: 'undecided', missing: [] };
}

function exactlyOne(walk: Walk, place: Place, scope: Scope, { rows }: Decision): Choice | Flow {
  const applying: Row[] = [];
  const missing = new Set<FactName>();
  for (const row of rows) {
    const truth = decideRow(walk, place, scope, row);
    if ('to' in truth) return truth;
    if (truth.is === 'yes') applying.push(row);
    if (truth.is === 'unknown') for (const name of truth.missing) missing.add(name);
  }
  const [row] = applying;
  return row && applying.length === 1 && missing.size === 0
    ? { is: 'row', row }
    : { is: 'undecided', missing: [...missing].toSorted() };
}

/** A row is the `and` of its cells; a cell that says no decides it before the facts of the others are asked for. */
function decideRow(walk: Walk, place: Place, scope: Scope, { cells }: Row): Truth | Flow {
  const missing = new Set<FactName>();
  for (const cell of cells) {
    const truth = decideCell(walk, place, scope, cell);
    if ('to' in truth || truth.is === 'no') return truth;
    if (truth.is === 'unknown') for (const name of truth.missing) missing.add(name);
  }
  return missing.size === 0 ? { is: 'yes' } : { is: 'unknown', missing: [...missing].toSorted() };
}

function decideCell(walk: Walk, place: Place, scope: Scope, cell: CheckedExpression): Truth | Flow {
  const flow = needFacts({ walk, place, scope, neededBy: 'instruction' }, cell.facts);
  return flow.to === 'next' ? cell.decide(walk.known) : flow;
}
