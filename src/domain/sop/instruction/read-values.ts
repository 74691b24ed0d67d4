import { parseDuration } from '../../facts/duration.ts';
import { errorAt, quoted } from '../../facts/found-problem.ts';
import { hasError } from '../reading.ts';
import type { FieldReference } from '../document.ts';
import { operandEnd } from './keywords.ts';
import { readAs, unread, type Operand, type SimpleResult } from './simple-result.ts';
import { speaksOfFacts } from './speaks-of-facts.ts';

/** `set zendesk.ticket.field "Ship exception" to "resolved-refunded"` */
export function readSet(operand: Operand): SimpleResult {
  const { phrase, reading, from } = operand;
  const field = phrase.match(fieldForm, from);
  if (!field) return unreadField(operand);
  const valueFrom = from + field[0].length;
  const value = phrase.part(valueFrom, operandEnd(phrase, valueFrom));
  if (value.isEmpty) return wrong(operand, valueFrom, 'It is not said what the field is set to.');
  const { expression, problems } = reading.check(phrase.placed.slice(value.from, value.to), {
    mustBeCondition: false,
  });
  reading.reportAll(problems);
  if (!expression || hasError(problems)) return { is: 'wrong', to: value.to };
  return readAs({ kind: 'set', field: fieldReference(field), value: expression }, value.to);
}

const fieldForm =
  /zendesk\.(ticket|user|requester|organization)\.(?:field\s*(?:"([^"]+)"|“([^”]+)”|(\d+))|(\w+(?:\.\w+)*))\s+to\b/iy;

function fieldReference(found: RegExpExecArray): FieldReference {
  const [, record = '', straight, curly, id, field = 'field'] = found;
  const name = record.toLowerCase();
  return {
    record: name === 'ticket' || name === 'organization' ? name : 'requester',
    field,
    customField: straight ?? curly ?? id,
  };
}

function unreadField(operand: Operand): SimpleResult {
  const { phrase, from, reading } = operand;
  const dotted = phrase.match(/[a-z][\w-]*(?:\.\w+)+/iy, from)?.[0];
  if (dotted === undefined || !reading.declared.hasHeader) {
    return unread('it must be written like “set zendesk.ticket.status to "solved"”');
  }
  const message = dotted.toLowerCase().startsWith('zendesk.')
    ? `${quoted(dotted)} cannot be set like this. Write “set zendesk.ticket.status to "solved"”, or “set zendesk.ticket.field "Title" to …”.`
    : `${quoted(dotted)} is no Zendesk field. A change in another system is an action of the header: “propose …”.`;
  return wrong(operand, from + dotted.length, message);
}

/** `hold for 4 hours` */
export function readHoldFor(operand: Operand): SimpleResult {
  const { phrase, from, reading } = operand;
  const written = phrase.part(from, operandEnd(phrase, from));
  const duration = parseDuration(written.words);
  if (duration) return readAs({ kind: 'hold-for', duration }, written.to);
  if (!/^[\d.-]/.test(written.words) || !reading.declared.hasHeader) {
    return unread('it must be said how long, such as “hold for 4 hours”');
  }
  const message = `${quoted(written.words)} is not a length of time. Write minutes, hours, days or weeks, such as “4 hours”.`;
  return wrong(operand, written.to, message);
}

/** `hold until photo attached` */
export function readHoldUntil(operand: Operand): SimpleResult {
  const { phrase, from, reading } = operand;
  const written = phrase.part(from, operandEnd(phrase, from));
  const { expression, problems } = reading.check(phrase.placed.slice(written.from, written.to), {
    mustBeCondition: true,
  });
  if (expression && !hasError(problems))
    return readAs({ kind: 'hold-until', condition: expression }, written.to);
  if (!speaksOfFacts(written, problems, reading))
    return unread('the app can only wait for a condition on declared facts');
  reading.reportAll(problems);
  return { is: 'wrong', to: written.to };
}

function wrong({ phrase, from, reading }: Operand, to: number, message: string): SimpleResult {
  reading.report(errorAt(phrase.spanOf(from, to), { id: 'syntax', message }));
  return { is: 'wrong', to: operandEnd(phrase, to) };
}
