import type { RecordChoice } from '../domain/decisions/proposal.ts';
import type { RecordChosen, RunEvent } from '../domain/run/events.ts';
import type { ChosenRecord } from './ports/records.ts';

/** The records that people have chosen in a run, the last word counting. */
export function chosenRecords(events: readonly RunEvent[]): ChosenRecord {
  return (system, record) => lastChoice(events, system, record)?.id ?? undefined;
}

/** What was said last about which record is meant; undefined where nobody was asked. */
function lastChoice(events: readonly RunEvent[], system: string, record: string): RecordChosen | undefined {
  return events.findLast(
    (event): event is RunEvent & RecordChosen =>
      event.type === 'record-chosen' && event.system === system && event.record === record,
  );
}

/**
 * Whether a person has answered this choice: by one of its records, or that it is none of them. A record that was chosen earlier and is not
 * among them any more answers nothing.
 */
export function isAnswered(events: readonly RunEvent[], choice: RecordChoice): boolean {
  const last = lastChoice(events, choice.system, choice.record);
  return last !== undefined && (last.id === null || choice.candidates.some(({ id }) => id === last.id));
}
