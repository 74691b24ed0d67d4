import type { Fix, Span } from '../../facts/problem.ts';
import type { SpaceOptions } from '../../regions/space.ts';
import type { IfInstruction, Sop } from '../../sop/document.ts';
import { addToChain } from '../fixes/add-to-chain.ts';
import { offeredTeam } from '../fixes/offered-team.ts';
import type { Checking } from '../rule.ts';
import { walkPaths, type WalkedPaths } from './walk-paths.ts';

/** What the rules on regions and paths share about one document. */
export type Flow = {
  readonly sop: Sop;
  readonly walked: WalkedPaths;
  /** A fact is taken for unknown only where a condition asks for it: what happens otherwise, `If unknown` or a gate says. */
  readonly options: SpaceOptions;
  /** Whether reading found an error in a part of the text: then a hole in it may be the mistake's. */
  readonly isSpoilt: (span: Span) => boolean;
  /** Whether it found one in what runs: steps, decisions and edge cases. */
  readonly isAnySpoilt: boolean;
  /** The team that a mend can hand over to. */
  readonly team: string | undefined;
  /** How many conditions from elsewhere may still be taken into account for single chains and tables. */
  contextLeft: number;
};

/** Enough for every chain of a long SOP to know what stands around it, and little enough for a wall of them. */
const mostContext = 5000;

/** Answers that may be looked at for one document: about a second. What is left then is said to be too many combinations. */
const mostWork = 16_000_000;

export function startFlow({ sop, found, options }: Checking): Flow {
  const errors = found.filter(({ level }) => level === 'error');
  const running = errors.length === 0 ? [] : spansThatRun(sop);
  const isSpoilt = ({ from, to }: Span): boolean =>
    errors.some((error) => error.from < to && error.to > from);
  return {
    sop,
    walked: walkPaths(sop),
    options: { today: options.today, unknowns: 'where-tested', work: { left: mostWork } },
    isSpoilt,
    isAnySpoilt: running.some(isSpoilt),
    team: offeredTeam(sop, options.catalogue),
    contextLeft: mostContext,
  };
}

/** From the first word of what runs to the end of the document, without the replies and the examples. */
function spansThatRun(sop: Sop): readonly Span[] {
  const { steps, decisions, edgeCases, edgeHandlers, edgeReminders, replies, examples } = sop;
  const parts = [...steps, ...decisions, ...edgeCases, ...edgeHandlers, ...edgeReminders];
  const from = parts.reduce((first, { span }) => Math.min(first, span.from), sop.source.length);
  const silent = [...replies, ...(examples ? [examples] : [])]
    .map(({ span }) => span)
    .toSorted((left, right) => left.from - right.from);
  const starts = [from, ...silent.map(({ to }) => to)];
  return starts.map((start, index) => ({ from: start, to: silent[index]?.from ?? sop.source.length }));
}

/** The mend for a hole in a chain: everything else goes to the team that this SOP hands over to anyway. */
export function missingElse({ sop, team }: Flow, chain: IfInstruction): readonly Fix[] {
  if (team === undefined) return [];
  const words = `Else: escalate to ${team} because "outside the limits of this SOP".`;
  const fix = addToChain(sop.source, chain, words);
  return fix ? [fix] : [];
}

/** The first line of a part of the document: the name of a step, a heading, the words of a branch up to the line's end. */
export function firstLine({ source }: Sop, { from, to }: Span): Span {
  const length = source.slice(from, to).search(/[\r\n]/);
  return { from, to: length < 0 ? to : from + length };
}
