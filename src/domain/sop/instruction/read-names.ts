import { didYouMean, errorAt, quoted } from '../../facts/found-problem.ts';
import type { ProblemId } from '../../facts/problem.ts';
import type { NameList } from '../name-list.ts';
import { readTemplate } from '../template.ts';
import { joinAt, operandEnd } from './keywords.ts';
import type { Phrase } from './phrase.ts';
import { skipSpace, stringAt } from './read-string.ts';
import { readAs, unread, type Operand, type SimpleResult } from './simple-result.ts';

/** `propose full refund` */
export function readPropose(operand: Operand): SimpleResult {
  const { actions, hasHeader } = operand.reading.declared;
  const found = declaredName(operand, actions);
  if (found.name !== undefined) return readAs({ kind: 'propose', action: found.name }, found.written.to);
  if (!hasHeader) return unread('only an action of the header can be proposed');
  return unknownName(operand, found.written, {
    id: 'unknown-action',
    what: 'an action of the header',
    names: actions,
  });
}

/** `draft reply refund on its way`, `draft reply "what we will do"` */
export function readDraftReply(operand: Operand): SimpleResult {
  const { phrase, reading } = operand;
  const text = stringAt(phrase, operand.from);
  if (text)
    return readAs(
      { kind: 'draft-reply', reply: { instruction: readTemplate(text.content, reading) } },
      text.to,
    );
  const found = declaredName(operand, reading.declared.replies);
  if (found.name !== undefined)
    return readAs({ kind: 'draft-reply', reply: { named: found.name } }, found.written.to);
  const isProse = /^(?:to|that|with|for|about|and|if|when|in|on|as|explaining|telling|asking|saying)\b/i.test(
    found.written.words,
  );
  if (isProse || !reading.declared.hasHeader)
    return unread('it needs the name of a “Reply:” section, or in quotes what to write');
  const names = reading.declared.replies;
  return unknownName(operand, found.written, {
    id: 'unknown-reply',
    what: 'a “Reply:” section of this SOP',
    names,
  });
}

/** `decide remedy`, `decide table remedy`, `decide the remedy table` */
export function readDecide(operand: Operand): SimpleResult {
  const { reading } = operand;
  const { tables, hasHeader } = reading.declared;
  const found = declaredName(operand, tables);
  const name = found.name ?? tables.find(withoutTable(found.written.words));
  if (name !== undefined) return readAs({ kind: 'decide', table: name }, found.written.to);
  const isProse = /^(?:whether|if|what|which|how|who|when|where|why|on|for|to|together|with|between)\b/i.test(
    found.written.words,
  );
  if (isProse || !hasHeader) return unread('only a “Decision:” table of this SOP can be decided');
  return unknownName(operand, found.written, {
    id: 'unknown-table',
    what: 'a “Decision:” table of this SOP',
    names: tables,
  });
}

function withoutTable(words: string): string {
  return words.replace(/^the\s+/i, '').replace(/^table\s+|\s+table$/i, '');
}

/** `go to step 2 at most 3 times`. Only a jump forward may do without the limit. */
export function readGoToStep(operand: Operand): SimpleResult {
  const { phrase, reading } = operand;
  const { steps, hasHeader } = reading.declared;
  const found = phrase.match(
    /(\d{1,6})(?:\s*,?\s*at\s+most\s+(?:(\d{1,6})\s+times?|(once)|(twice)))?/iy,
    operand.from,
  );
  if (!found) return unread('it needs the number of a step');
  const step = Number(found[1]);
  const to = operand.from + found[0].length;
  const limit = found[3] ? 1 : found[4] ? 2 : found[2] === undefined ? undefined : Number(found[2]);
  if (!steps.has(step))
    return hasHeader ? unknownStep(operand, String(found[1])) : unread('there is no such step');
  const isForward = operand.step !== undefined && step > operand.step;
  if (limit !== undefined || isForward)
    return readAs({ kind: 'go-to-step', step, atMost: limit ?? unlimited }, to);
  const message = `Step ${String(step)} can lead back here without end. Say how often: “go to step ${String(step)} at most 3 times”.`;
  const span = phrase.spanOf(operand.from, to);
  reading.report(errorAt(span, { id: 'loop-without-limit', message, values: { step: String(step) } }));
  return { is: 'wrong', to };
}

/** A jump forward ends by itself. */
const unlimited = Number.MAX_SAFE_INTEGER;

function unknownStep({ phrase, from, reading }: Operand, step: string): SimpleResult {
  const last = [...reading.declared.steps].at(-1) ?? 0;
  const message = `There is no step ${step}. The last one is step ${String(last)}.`;
  const span = phrase.spanOf(from, from + step.length);
  reading.report(errorAt(span, { id: 'unknown-step', message, values: { step } }));
  return { is: 'wrong', to: operandEnd(phrase, from) };
}

/** A name that the document declares, if nothing but the end or another instruction follows it; and what was written. */
function declaredName(
  { phrase, from }: Operand,
  names: NameList,
): { readonly name: string | undefined; readonly written: Phrase } {
  const start = skipSpace(phrase, from);
  const found = names.matchAt(phrase.whole, start);
  if (found && found.to <= phrase.to && isBehindName(phrase, found.to)) {
    return { name: found.name, written: phrase.part(start, found.to) };
  }
  return { name: undefined, written: phrase.part(start, operandEnd(phrase, start)) };
}

function isBehindName(phrase: Phrase, at: number): boolean {
  return joinAt(phrase, at) !== undefined || phrase.part(at, phrase.to).words.replace(/^[.!]/, '') === '';
}

type Unknown = { readonly id: ProblemId; readonly what: string; readonly names: NameList };

function unknownName({ reading }: Operand, written: Phrase, { id, what, names }: Unknown): SimpleResult {
  const suggestion = names.suggest(written.words);
  const message = `${quoted(written.words)} is not ${what}.${didYouMean(suggestion) || knownNames(names)}`;
  reading.report(errorAt(written.span, { id, message, values: { name: written.words, suggestion } }));
  return { is: 'wrong', to: written.to };
}

function knownNames({ names }: NameList): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, 5).map(quoted).join(', ');
  return ` There ${names.length === 1 ? 'is' : 'are'} ${shown}${names.length > 5 ? ' and others' : ''}.`;
}
