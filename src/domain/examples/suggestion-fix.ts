import { quoted } from '../facts/found-problem.ts';
import type { Fix } from '../facts/problem.ts';
import type { IsoDate } from '../facts/value.ts';
import type { Sop } from '../sop/document.ts';
import { addExamples } from './add-examples.ts';
import type { SuggestedExample } from './suggestion.ts';

/** The fix that adds a row. It says what the SOP does today, so its title asks the owner whether that is right. */
export function suggestionFix(sop: Sop, row: SuggestedExample, today: IsoDate): Fix | undefined {
  const edits = addExamples(sop, [row], today);
  const title = `Add a row that expects ${quoted(row.expect)}. That is what the SOP does today: confirm that it is right.`;
  return edits && { title, edits };
}

/** The fix that adds all of them. */
export function suggestionsFix(sop: Sop, rows: readonly SuggestedExample[], today: IsoDate): Fix | undefined {
  const edits = rows.length === 0 ? undefined : addExamples(sop, rows, today);
  const count = rows.length === 1 ? 'one example' : `${String(rows.length)} examples`;
  const title = `Add ${count}. They say what the SOP does today: confirm that each is right.`;
  return edits && { title, edits };
}
