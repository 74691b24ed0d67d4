import type { RecordChosen, RunEvent } from '../domain/run/events.ts';
import type { ChosenRecord } from './ports/records.ts';

/** The records that people have chosen in a run, the last word counting. */
export function chosenRecords(events: readonly RunEvent[]): ChosenRecord {
  return (system, record) => lastChoice(events, system, record)?.id ?? undefined;
}

/** What was said last about which record is meant; undefined where nobody was asked. */
export function lastChoice(
  events: readonly RunEvent[],
  system: string,
  record: string,
): RecordChosen | undefined {
  return events.findLast(
    (event): event is RunEvent & RecordChosen =>
      event.type === 'record-chosen' && event.system === system && event.record === record,
  );
}
