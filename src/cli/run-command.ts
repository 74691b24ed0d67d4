import { createHash } from 'node:crypto';
import { canonicalText } from '../domain/facts/canonical-text.ts';
import type { FactJson } from '../domain/facts/fact-json.ts';
import { readValue } from '../domain/facts/read-value.ts';
import type { Command } from '../domain/run/commands.ts';
import type { Advanced, PlanItem, TraceEntry } from '../domain/run/plan.ts';
import { simulate } from '../domain/run/simulate.ts';
import type { Sop } from '../domain/sop/document.ts';
import { builtInSources } from '../domain/run/built-in-source.ts';
import { parseSop } from '../domain/sop/parse-sop.ts';
import { type Output, UnusableArguments, readText, readWords } from './command-line.ts';

/** `signoff run FILE --facts FACTS.json [--approve all|none] [--json]`: what an SOP does with these facts; no system is asked. */
export function runCommand(words: readonly string[], output: Output): number {
  const read = readWords(words, { flags: ['json'], withValue: ['facts', 'approve'] });
  const [file, ...others] = read.files;
  if (file === undefined || others.length > 0) throw new UnusableArguments('name exactly one SOP file.');
  const approve = read.options.get('approve') ?? 'none';
  if (approve !== 'all' && approve !== 'none')
    throw new UnusableArguments(`--approve is “all” or “none”, not “${String(approve)}”.`);
  const facts = readFacts(read.options.get('facts'));
  const text = readText(file);
  const sop = runnableSop(file, text, output);
  if (!sop) return 1;
  warnOfStrangeFacts(sop, facts, output);
  const { advanced } = simulate(sop, {
    today: todayOf(facts),
    answer: (name) => answerFrom(facts, name),
    fails: () => false,
    decide: (command) => (approve === 'all' && isApproved(command) ? 'yes' : undefined),
  });
  const printed = describe(sop, text, advanced);
  if (read.options.has('json')) output.line(JSON.stringify(printed, null, 2));
  else printForPeople(output, printed);
  return 0;
}

type Facts = ReadonlyMap<string, FactJson>;

function readFacts(file: string | true | undefined): Facts {
  if (typeof file !== 'string') throw new UnusableArguments('say which facts: --facts FACTS.json.');
  const parsed = parseJson(file);
  if (!isObject(parsed))
    throw new UnusableArguments(
      `“${file}” must hold one JSON object of facts, such as { "order value": "$120" }.`,
    );
  return new Map(
    Object.entries(parsed).map(([name, value]) => [folded(name), isFactJson(value) ? value : null]),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Anything else, such as an object, fits no type and is unknown. */
function isFactJson(value: unknown): value is FactJson {
  return (
    value === null ||
    ['string', 'number', 'boolean'].includes(typeof value) ||
    (Array.isArray(value) && value.every((item) => isObject(item) || isFactJson(item)))
  );
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof UnusableArguments) throw error;
    throw new UnusableArguments(
      `“${file}” is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

function runnableSop(file: string, text: string, output: Output): Sop | undefined {
  const { sop, problems } = parseSop(text);
  const errors = problems.filter(({ level }) => level === 'error');
  for (const { message } of errors) output.error(`${file}: ${message}`);
  return errors.length === 0 ? sop : undefined;
}

function warnOfStrangeFacts(sop: Sop, facts: Facts, output: Output): void {
  const known = new Set(['today', ...builtInSources.keys(), ...sop.inputs.map(({ name }) => folded(name))]);
  for (const name of facts.keys())
    if (!known.has(name)) output.error(`“${name}” is not a fact of ${sop.id}; it is left out.`);
}

function todayOf(facts: Facts): string {
  const given = facts.get('today');
  if (given === undefined) return new Date().toISOString().slice(0, 10);
  if (typeof given !== 'string' || !readValue({ kind: 'date' }, given))
    throw new UnusableArguments(
      `“today” must be an ISO date such as 2026-11-20, not ${JSON.stringify(given)}.`,
    );
  return given;
}

function answerFrom(facts: Facts, name: string) {
  const value = facts.get(folded(name)) ?? null;
  return value === null ? ({ is: 'unknown' } as const) : ({ is: 'value', value } as const);
}

/** “All” approves proposals, gates, judgements and manual steps; nobody stands in for the customer, the clock or a missing fact. */
function isApproved({ kind }: Command): boolean {
  return kind !== 'wait' && kind !== 'missing' && kind !== 'question';
}

function describe(sop: Sop, text: string, { outcome, waitingFor, plan, trace }: Advanced) {
  return {
    sop: sop.id,
    version: sop.version,
    hash: createHash('sha256').update(text, 'utf8').digest('hex'),
    outcome: outcome ?? null,
    waitingFor: waitingFor.map(({ span, ...command }) => ({ ...command, ...span })),
    proposals: plan.map(({ id, action, operation, parameters, state }) => ({
      id,
      action: action ?? null,
      operation,
      params: parameters,
      status: statusOf(state),
    })),
    trace: trace.map(describeTrace),
  };
}

function statusOf(state: PlanItem['state']): string {
  return state.is === 'ended' ? state.result.is : state.is;
}

function describeTrace({ id, from, to, text, result, facts }: TraceEntry) {
  const known = facts.map(
    ({ name, value }) => [name, value.is === 'value' ? canonicalText(value.value) : null] as const,
  );
  return { id, from, to, text, result, facts: Object.fromEntries(known) };
}

function printForPeople(
  output: Output,
  { sop, version, outcome, waitingFor, proposals, trace }: ReturnType<typeof describe>,
): void {
  output.line(`${sop} v${version}`);
  for (const { id, text, result } of trace)
    output.line(`  ${id.padEnd(12)} ${result.padEnd(10)} ${text.replace(/\s+/g, ' ').slice(0, 90)}`);
  for (const { status, action, operation, params } of proposals)
    output.line(`  ${status}: ${action ?? operation} ${JSON.stringify(params)}`);
  for (const { id, kind } of waitingFor) output.line(`  waiting for ${kind} at ${id}`);
  if (outcome) output.line(`  outcome: ${JSON.stringify(outcome)}`);
}
