import type { RunEvent } from '../run/events.ts';

/**
 * Joins a log as the ledger has it with one of the same run from another browser: what is stored comes first, then what only the
 * other one knows, in its order. Readings that both made count once. What a person did is never dropped.
 */
export function mergeLogs(stored: readonly RunEvent[], ours: readonly RunEvent[]): readonly RunEvent[] {
  const present = new Set(stored.map((event) => JSON.stringify(event)));
  const answered = new Set(stored.flatMap(automaticAnswer));
  const missing = ours.filter(
    (event) => !present.has(JSON.stringify(event)) && !automaticAnswer(event).some((answer) => answered.has(answer)),
  );
  return missing.length === 0 ? stored : [...stored, ...missing];
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
      return [`ended ${event.command} ${JSON.stringify(event.result)}`];
    case 'proposal-decided':
      return event.decision === 'approved' ? [`approved ${event.command} ${event.digest} ${event.by.id}`] : [];
    case 'question-answered':
    case 'gate-answered':
    case 'judgement-answered':
    case 'deviation-chosen':
    case 'manual-step-done':
      return [];
  }
}
