import { canonicalText } from '../domain/facts/canonical-text.ts';
import type { PlanItem, TraceEntry } from '../domain/run/plan.ts';
import type { RunContext } from './run-context.ts';

type Traced = Pick<RunContext, 'sop' | 'advanced' | 'events'>;

/**
 * The explanation of a run as plain text, for the note of an escalation: which SOP, which sentences, what came of each and the
 * facts behind it; then what people have done beside the SOP. A value from outside stays on its line.
 */
export function traceText({ sop, advanced, events }: Traced): string {
  const { title, version, id } = sop.sop;
  const [started] = events;
  const head = `${title}, version ${version} (${id}${started ? `, begun ${started.at}` : ''})`;
  const lines: string[] = [head];
  let step: number | undefined;
  for (const entry of advanced.trace) {
    if (entry.step !== step) lines.push('', stepTitle(sop.sop.steps, entry.step));
    step = entry.step;
    lines.push(lineOf(entry));
  }
  return [...lines, ...besideLines(advanced.plan)].join('\n');
}

/** A deviation from the SOP says who wanted it, when, and what came of it. */
function besideLines(plan: readonly PlanItem[]): readonly string[] {
  const lines = plan.flatMap(({ added, operation, state }) => {
    if (!added) return [];
    const what = added.because === 'undo' ? 'undo of' : 'a colleague asked about';
    const result = state.is === 'ended' ? state.result.is : state.is;
    const by = state.is === 'ended' && state.by.id !== added.by.id ? `, approved by ${state.by.name}` : '';
    return [
      `- ${what} ${added.about} by ${operation} [${result}] (${oneLine(added.by.name)}, ${added.at}${by})`,
    ];
  });
  return lines.length > 0 ? ['', 'Beside the SOP', ...lines] : [];
}

function stepTitle(steps: Traced['sop']['sop']['steps'], number: number): string {
  if (number === 0) return 'Edge cases';
  return `${number}. ${steps.find((step) => step.number === number)?.name ?? ''}`.trimEnd();
}

function lineOf({ text, result, facts }: TraceEntry): string {
  const sentence = text.replaceAll(/\s+/g, ' ').trim();
  const known = facts.map(
    ({ name, value }) => `${name}: ${value.is === 'value' ? oneLine(canonicalText(value.value)) : 'unknown'}`,
  );
  return `- ${sentence} [${result}]${known.length > 0 ? ` (${known.join('; ')})` : ''}`;
}

/** A value with line breaks cannot pass for lines of the trace. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
