import { builtInFacts } from '../domain/facts/built-in-facts.ts';
import { emptyValue, readValue } from '../domain/facts/read-value.ts';
import type { FactName, FactType, KnownFacts, Value } from '../domain/facts/value.ts';
import {
  factsForMatching,
  matchSop,
  type Considered,
  type MatchFact,
  type MatchOwner,
  type MatchResult,
} from '../domain/sop/match.ts';
import type { Sop } from '../domain/sop/document.ts';
import type { TicketBase } from './begin-run.ts';
import type { MatchedBy, MatchView, SopCandidate } from './match-view.ts';
import type { SettingProblem } from './notice-view.ts';
import type { LibraryContents, PublishedSop } from './ports/library.ts';
import type { ReadAnswer } from './ports/records.ts';
import { headingOf } from './show-run.ts';

/** Which SOP a ticket is for, and why. */
export type TicketMatch = { readonly view: MatchView; readonly problems: readonly SettingProblem[] } & (
  | { readonly is: 'one'; readonly sop: PublishedSop }
  /** The rep chooses among those that fit; or none does. */
  | { readonly is: 'none' }
  /** A mapping switches Signoff off for this ticket. */
  | { readonly is: 'off' }
);

/** Reads what the conditions ask for and finds the SOP that fits. A field that cannot be read makes no condition true. */
export async function matchTicket(base: TicketBase, library: LibraryContents): Promise<TicketMatch> {
  const { mappings } = base.settings;
  const sops = library.sops.map(({ sop }) => sop);
  const always = alwaysThere(base);
  const asked = factsForMatching(sops, mappings, always);
  const read = await Promise.all(asked.map((fact) => readMatchFact(fact, base)));
  const knownFor = (owner: MatchOwner): KnownFacts =>
    new Map([
      ...always,
      ...read.flatMap(({ fact, value }) =>
        fact.owner === owner && value ? [[fact.name, value] as const] : [],
      ),
    ]);
  const result = matchSop({ mappings, sops, knownFor });
  const found = { view: viewOf(result), problems: deadMappings(base, sops) };
  if (result.is === 'off') return { ...found, is: 'off' };
  const sop = 'sop' in result ? library.sops.find((published) => published.sop === result.sop) : undefined;
  return sop ? { ...found, is: 'one', sop } : { ...found, is: 'none' };
}

function alwaysThere({ ticket, user, ports }: TicketBase): ReadonlyMap<FactName, Value> {
  const today = ports.clock.today(user.timeZone);
  const facts: TicketBase['ticket']['facts'] = { ...ticket.facts, today };
  return new Map(
    builtInFacts.flatMap(({ name, type }) => {
      const value = readValue(type, facts[name]);
      return value ? [[name, value] as const] : [];
    }),
  );
}

type ReadFact = { readonly fact: MatchFact; readonly value: Value | undefined };

async function readMatchFact(fact: MatchFact, { ports, ticket }: TicketBase): Promise<ReadFact> {
  const { name, source, type } = fact;
  try {
    const request = {
      fact: name,
      type,
      source,
      records: [],
      ticket,
      keyFact: () => undefined,
      chosen: () => undefined,
      freshness: 'shared',
    } as const;
    return { fact, value: valueOf(await ports.records.read(request), type) };
  } catch {
    return { fact, value: undefined };
  }
}

function valueOf(answer: ReadAnswer, type: FactType): Value | undefined {
  if (answer.is === 'failed' || answer.reading.is === 'none') return undefined;
  return answer.reading.is === 'empty' ? emptyValue(type) : readValue(type, answer.reading.value);
}

/** Lines that name an SOP which cannot run, whether they apply to this ticket or not. */
function deadMappings({ settings }: TicketBase, sops: readonly Sop[]): readonly SettingProblem[] {
  return settings.mappings.flatMap(({ line, written, target }) =>
    target.is === 'sop' && !sops.some(({ id }) => id === target.id)
      ? [
          {
            setting: 'sop_mappings',
            line,
            text: `${written} -> ${target.id}`,
            because: 'unknown-sop',
            problems: [],
          },
        ]
      : [],
  );
}

function viewOf(result: MatchResult): MatchView {
  const mapped = result.is === 'mapped' ? result.sop : undefined;
  const fits = ({ sop, truth }: Considered): boolean => sop === mapped || truth.is !== 'no';
  const first = ({ sop }: Considered): number => (sop === mapped ? 0 : 1);
  const candidates = result.considered.filter(fits).toSorted((a, b) => first(a) - first(b));
  return {
    by: matchedBy(result),
    candidates: candidates.map(candidateOf),
    others: result.considered.filter((considered) => !fits(considered)).map(candidateOf),
  };
}

function matchedBy(result: MatchResult): MatchedBy {
  switch (result.is) {
    case 'mapped':
    case 'off':
      return {
        is: 'mapping',
        line: result.mapping.line,
        condition: result.mapping.written,
        reasons: result.reasons,
      };
    case 'matched':
      return { is: 'own-condition' };
    case 'several':
    case 'none':
      return { is: 'nothing' };
  }
}

function candidateOf({ sop, truth, reasons }: Considered): SopCandidate {
  return { sop: headingOf(sop), truth, reasons };
}
