import { closestSpelling } from '../../facts/closest-spelling.ts';
import { foldName } from '../../facts/fact-name.ts';
import { didYouMean, errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem, Span } from '../../facts/problem.ts';
import type { IsoDate } from '../../facts/value.ts';
import type { Instruction, Sop } from '../../sop/document.ts';
import { readExamples } from '../../sop/read-examples.ts';
import { mendName } from '../fixes/mend-name.ts';
import { placeOfName } from '../place-of-name.ts';
import type { Rule } from '../rule.ts';
import { walkDocument } from '../walk-document.ts';

/**
 * A team or role that the settings do not declare, so that nobody would be asked or told. Only where the settings are known. The owner
 * answers for the document and is not looked at.
 */
export const unknownTeam: Rule = ({ sop, options }) => {
  const teams = options.catalogue?.teams;
  if (!teams) return [];
  const declared = new Set(teams.map(foldName));
  const people = [...peopleOf(sop)];
  // A team that only the settings lack is reported where the SOP turns to it, not in every row that expects it too.
  const named = new Set(people.map(({ name }) => foldName(name)));
  const expected = expectedPeople(sop, options.today).filter(
    ({ name }) => !named.has(foldName(name)) || closestSpelling(name, teams) !== undefined,
  );
  return [...people, ...expected]
    .filter(({ name }) => !declared.has(foldName(name)))
    .map((person) => unknown(sop.source, person, teams));
};

function unknown(source: string, { name, span }: Person, teams: readonly string[]): Problem {
  const suggestion = closestSpelling(name, teams);
  const message = `${quoted(name)} is no team or role that the settings declare.${didYouMean(suggestion) || declaredTeams(teams)}`;
  const problem = errorAt(span, { id: 'unknown-team', message, values: { name, suggestion } });
  const fix = mendName(source, problem);
  return fix ? { ...problem, fixes: [fix] } : problem;
}

function declaredTeams(teams: readonly string[]): string {
  if (teams.length === 0) return ' They declare none: an admin adds them in the settings of the app.';
  const more = teams.length > 8 ? ' and others' : '';
  return ` There ${teams.length === 1 ? 'is' : 'are'} ${teams.slice(0, 8).map(quoted).join(', ')}${more}.`;
}

type Person = { readonly name: string; readonly span: Span };

function* peopleOf(sop: Sop): Generator<Person> {
  for (const { needs, span } of sop.actions) {
    if (needs === undefined) continue;
    const behindNeeds = { from: startBehind(sop.source, span, /[\s\S]*\bneeds\s/i), to: span.to };
    yield {
      name: needs,
      span: placeOfName(sop.source, behindNeeds, { name: needs, which: 'first' }) ?? span,
    };
  }
  for (const { instruction } of walkDocument(sop)) {
    const person = personOf(instruction);
    if (person) yield { name: person.name, span: placeIn(sop.source, instruction.span, person) };
  }
}

/** What no team answers for cannot happen: the row would fail for its spelling. */
function expectedPeople(sop: Sop, today: IsoDate): readonly Person[] {
  return readExamples(sop, today).examples.flatMap(({ expect }) =>
    expect.flatMap((expected): readonly Person[] => {
      const name =
        expected.is === 'escalate' ? expected.team : expected.is === 'gate' ? expected.role : undefined;
      if (name === undefined) return [];
      return [{ name, span: placeOfName(sop.source, expected, { name, which: 'last' }) ?? expected }];
    }),
  );
}

type Named = { readonly name: string; readonly which: 'first' | 'last' };

/** The name stands before the text in quotes, except in `judge "…" by Tier 1`. */
function personOf(instruction: Instruction): Named | undefined {
  switch (instruction.kind) {
    case 'escalate':
    case 'notify':
      return { name: instruction.team, which: 'first' };
    case 'gate':
      return { name: instruction.role, which: 'first' };
    case 'judge':
      return instruction.role === undefined ? undefined : { name: instruction.role, which: 'last' };
    default:
      return undefined;
  }
}

function placeIn(source: string, span: Span, { name, which }: Named): Span {
  const behindKeyword = { from: startBehind(source, span, /^\w+\s+(?:to\s+)?/), to: span.to };
  return placeOfName(source, behindKeyword, { name, which }) ?? span;
}

function startBehind(source: string, { from, to }: Span, words: RegExp): number {
  return from + (words.exec(source.slice(from, to))?.[0].length ?? 0);
}
