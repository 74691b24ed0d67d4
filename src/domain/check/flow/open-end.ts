import { errorAt } from '../../facts/found-problem.ts';
import type { Fix, Problem, Span } from '../../facts/problem.ts';
import type { RegionWords } from '../../regions/space.ts';
import type { Sop, Step } from '../../sop/document.ts';
import { walkDocument } from '../walk-document.ts';
import { firstLine, missingElse, type Flow } from './flow.ts';
import { inOneSentence } from './gap.ts';
import { turnsSince, type Turn } from './path.ts';
import { joinGroups, regionsAlong, turnGroups, type TurnGroup } from './turn-groups.ts';

/**
 * A path that comes to the end of the document without closing, escalating or stopping. Facts are taken to stay as they are and
 * people to say yes, so that such a run is surely possible. Source: SOP language, section 6: open-end; section 4.
 */
export function findOpenEnd(flow: Flow): readonly Problem[] {
  const { sop, walked, isAnySpoilt } = flow;
  const last = sop.steps.at(-1);
  if (!walked.end || !last || isAnySpoilt || isChecklist(sop)) return [];
  const open = openRegions(flow, walked.end);
  return open ? [openEnd(open, placeOf(flow, last, walked.end))] : [];
}

const outcomes: ReadonlySet<string> = new Set(['close', 'escalate', 'stop']);

/**
 * What people only tick off ends when all is ticked: a document that declares nothing, or that has manual steps and no outcome at all.
 * A brief on an account ends when it is written.
 */
function isChecklist(sop: Sop): boolean {
  if (sop.inputs.length === 0 && sop.actions.length === 0) return true;
  const kinds = new Set(walkDocument(sop).map(({ instruction }) => instruction.kind));
  if (sop.for !== 'ticket' && kinds.has('write')) return true;
  return kinds.has('manual') && ![...kinds].some((kind) => outcomes.has(kind));
}

/** `where-unknown`: only where a fact is missing, and an `If unknown` leads on. */
type Open = readonly RegionWords[] | 'where-unknown';
type End = NonNullable<Flow['walked']['end']>;

/** For what a run comes to the end, as far as the last step decides it; undefined where none comes, or where nobody can say. */
function openRegions(flow: Flow, { path, lastStep }: End): Open | undefined {
  const inLastStep = new Set<Turn>(turnsSince(path, lastStep));
  const groups = turnGroups(path);
  const isShown = ({ turns }: TurnGroup): boolean => turns.some((turn) => inLastStep.has(turn));
  const others = groups.filter((group) => !isShown(group));
  const regions = regionsAlong(flow, path, joinGroups(groups.filter(isShown)));
  if (regions.length > 0 && others.every((group) => regionsAlong(flow, path, group).length > 0)) {
    return regions.filter(({ box }) => box.sides.length > 0);
  }
  const isOpen = groups.every((group) => regionsAlong(flow, path, group, 'everything').length > 0);
  return isOpen && groups.length > 0 ? 'where-unknown' : undefined;
}

type Place = { readonly span: Span; readonly fixes: readonly Fix[] };

/** The branch that falls through where the last step ends in a chain with just one, else the name of the step. */
function placeOf(flow: Flow, step: Step, { path, lastStep }: End): Place {
  const name = { span: firstLine(flow.sop, step.span), fixes: [] };
  const chain = step.body.instructions.at(-1);
  if (chain?.kind !== 'if') return name;
  const fork = flow.walked.chains.find((visit) => visit.chain === chain)?.fork;
  const way = turnsSince(path, lastStep).find((turn) => turn.is === 'way' && turn.fork === fork);
  if (way?.is !== 'way') return name;
  if (way.at === 'rest' && !chain.otherwise) {
    return { span: firstLine(flow.sop, chain.span), fixes: missingElse(flow, chain) };
  }
  const part =
    way.at === 'rest' ? chain.otherwise : way.at === 'stopped' ? chain.unknown : chain.branches[way.at];
  return part ? { span: firstLine(flow.sop, part.span), fixes: [] } : name;
}

function openEnd(open: Open, { span, fixes }: Place): Problem {
  const region = open === 'where-unknown' ? '' : inOneSentence(open);
  const advice = 'Say how it ends there: “Close as "…"”, “Escalate to …” or “Stop”.';
  const message =
    open === 'where-unknown'
      ? `Where a fact is missing, nothing ends the run: what stands behind “If unknown” leads to the end of the document. ${advice}`
      : region === ''
        ? `A run comes to the end of this SOP without an outcome. ${advice}`
        : `${isSureOf(open) ? 'Nothing ends' : 'Perhaps nothing ends'} the run for: ${region}. ${advice}`;
  const values = { region: region === '' ? undefined : region };
  const problem = errorAt(span, { id: 'open-end', message, values });
  return fixes.length > 0 ? { ...problem, fixes } : problem;
}

const isSureOf = (regions: readonly RegionWords[]): boolean => regions.some(({ isSure }) => isSure);
