import type { ExecutionResult, RunEvent } from '../run/events.ts';

/**
 * Joins a log as the ledger has it with one of the same run from another browser: what is stored comes first, then what only the
 * other one knows, in its order. Readings that both made count once. What a person did is never dropped.
 */
export function mergeLogs(stored: readonly RunEvent[], ours: readonly RunEvent[]): readonly RunEvent[] {
  const missing = missingIn(stored, ours);
  return missing.length === 0 ? stored : [...stored, ...missing];
}

/**
 * The same with our own events where the two logs part: for what was carried out here before the other browser read something that
 * would have led the run elsewhere. Nothing of either is left out.
 */
export function mergeWhereTheyPart(
  stored: readonly RunEvent[],
  ours: readonly RunEvent[],
): readonly RunEvent[] {
  const differs = ours.findIndex((event, at) => !stored[at] || eventText(event) !== eventText(stored[at]));
  const parting = differs === -1 ? ours.length : differs;
  return [...stored.slice(0, parting), ...missingIn(stored, ours), ...stored.slice(parting)];
}

/** Whether ours speaks of an execution that the stored log does not know. */
export function knowsOtherExecutions(stored: readonly RunEvent[], ours: readonly RunEvent[]): boolean {
  return missingIn(stored, ours).some(
    ({ type }) => type === 'execution-intended' || type === 'execution-ended',
  );
}

function missingIn(stored: readonly RunEvent[], ours: readonly RunEvent[]): readonly RunEvent[] {
  const present = new Set(stored.map(eventText));
  const answered = new Set(stored.flatMap(automaticAnswer));
  return ours.filter(
    (event) =>
      !present.has(eventText(event)) && !automaticAnswer(event).some((answer) => answered.has(answer)),
  );
}

/** Whether two logs hold the same events in the same order. */
export function isSameLog(one: readonly RunEvent[], other: readonly RunEvent[]): boolean {
  return (
    one.length === other.length &&
    one.every((event, at) => other[at] !== undefined && eventText(event) === eventText(other[at]))
  );
}

const eventText = (event: RunEvent): string => sortedText(event);

/** One text for one content: a ledger may give the parts of an event back in another order. */
function sortedText(content: RunEvent | ExecutionResult): string {
  return JSON.stringify(content, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** What an event says that another browser may have written down as well: by itself, or from the same claim. Empty for the rest. */
function automaticAnswer(event: RunEvent): readonly string[] {
  switch (event.type) {
    case 'run-started':
      return ['run-started'];
    case 'fact-read':
    case 'fact-failed':
      return [`reading ${event.command} ${event.fact}`];
    case 'fact-extracted':
      return typeof event.by === 'string' ? [`extraction ${event.command} ${event.fact}`] : [];
    case 'held':
    case 'hold-ended':
    case 'customer-answered':
    case 'section-written':
      return [`${event.type} ${event.command}`];
    case 'run-ended':
      return ['run-ended'];
    case 'execution-intended':
      return [`intended ${event.command} ${event.key}`];
    case 'execution-ended':
      return [`ended ${event.command} ${sortedText(event.result)}`];
    case 'proposal-decided':
      return event.decision === 'approved'
        ? [`approved ${event.command} ${event.digest} ${event.by.id}`]
        : [];
    case 'question-answered':
    case 'gate-answered':
    case 'judgement-answered':
    case 'deviation-chosen':
    case 'manual-step-done':
    case 'record-chosen':
    case 'proposal-added':
      return [];
  }
}
