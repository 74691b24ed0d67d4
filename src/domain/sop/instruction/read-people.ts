import type { Template } from '../document.ts';
import { readTemplate } from '../template.ts';
import { operandEnd } from './keywords.ts';
import type { Phrase } from './phrase.ts';
import { firstQuote, skipSpace, stringAt, withTemplate } from './read-string.ts';
import { readAs, unread, type Operand, type SimpleResult } from './simple-result.ts';

/** `gate Team lead "Refund?"`, `gate Team lead "Refund?" by another person` */
export function readGate(operand: Operand): SimpleResult {
  const read = (role: string, to: number): SimpleResult => {
    const { text: question, to: end } = optionalTemplate(operand, to);
    const gate = { kind: 'gate', role, question, refused: undefined } as const;
    const another = operand.phrase.match(byAnother, end);
    return another ? readAs({ ...gate, byAnother: true }, end + another[0].length) : readAs(gate, end);
  };
  return withPerson(operand, read, byAnotherBehindName);
}

const byAnother = /\s*,?\s*by\s+(?:another\s+person|some(?:body|one)\s+else)\b/iy;
const byAnotherBehindName = /,?\s+(?:because\b|by\s+(?:another\s+person|some(?:body|one)\s+else)\b)/gi;

/** `judge "Does the photo show the damage?" by Tier 1` */
export function readJudge(operand: Operand): SimpleResult {
  const { phrase } = operand;
  return withTemplate(operand, (question, to) => {
    const by = phrase.match(/\s+by\s+/iy, to);
    if (!by) return readAs({ kind: 'judge', question, role: undefined, refused: undefined }, to);
    return withPerson({ ...operand, from: to + by[0].length }, (role, end) =>
      readAs({ kind: 'judge', question, role, refused: undefined }, end),
    );
  });
}

/** `escalate to Tier 2 because "a fact is missing"` */
export function readEscalate(operand: Operand): SimpleResult {
  const { phrase, reading } = operand;
  return withPerson(operand, (team, to) => {
    const because = phrase.match(/\s*,?\s*because(?=[\s"“])/iy, to);
    if (!because) return readAs({ kind: 'escalate', team, because: undefined }, to);
    const reason = stringAt(phrase, to + because[0].length);
    if (!reason) return unread('the reason behind “because” must stand in quotes');
    return readAs({ kind: 'escalate', team, because: readTemplate(reason.content, reading) }, reason.to);
  });
}

/** `notify Payments "A refund waits"` */
export function readNotify(operand: Operand): SimpleResult {
  return withPerson(operand, (team, to) => {
    const { text: message, to: end } = optionalTemplate(operand, to);
    return readAs({ kind: 'notify', team, message }, end);
  });
}

function optionalTemplate(
  operand: Operand,
  at: number,
): { readonly text: Template | undefined; readonly to: number } {
  const found = stringAt(operand.phrase, at);
  if (!found) return { text: undefined, to: at };
  return { text: readTemplate(found.content, operand.reading), to: found.to };
}

/** `behind` is what ends the name besides a text and the next instruction. */
function withPerson(
  operand: Operand,
  read: (name: string, to: number) => SimpleResult,
  behind = /,?\s+because\b/gi,
): SimpleResult {
  const { phrase, from } = operand;
  const start = skipSpace(phrase, from);
  const name = phrase.part(start, Math.max(start, endOfPerson(phrase, start, behind)));
  const because = reasonAgainst(name.words);
  return because === undefined ? read(name.words.replace(/\s+/g, ' '), name.to) : unread(because);
}

/** A name of a team or role reaches to the next instruction, to a text in quotes or to words that say more. */
function endOfPerson(phrase: Phrase, from: number, behind: RegExp): number {
  const end = operandEnd(phrase, from);
  const name = phrase.part(from, firstQuote(phrase, from, end) ?? end);
  for (const more of name.outerMatches(behind)) return more.index;
  return name.to;
}

const nameForm = /^[#@]?[\p{L}\p{N}][\p{L}\p{M}\p{N} &/+'’()._-]*$/u;
const saysMore =
  /\b(?:if|when|whenever|unless|until|while|before|after|once|only|because|should|where|except|that|which|who|about|via|through|by|with|from|for|to|in|at|as|so)\b/i;
const isOutside =
  /^(?:(?:the|a|an|your|their|our|any|all)\s+)?(?:customers?|users?|clients?|requesters?|them|him|her|everyone|someone|anyone)\b/i;

/**
 * Teams and roles are names of the settings, so any short name counts. Words that say when or why are no part of one: an
 * instruction that holds a condition of its own must not run without it.
 */
function reasonAgainst(name: string): string | undefined {
  if (name === '') return 'the name of a team or role is missing';
  const more = saysMore.exec(name);
  if (more) return `the app does not know what “${more[0]}” adds to the name of a team or role`;
  if (isOutside.test(name)) return 'only a team or a role can stand there';
  const isName = nameForm.test(name) && !/\.\s/.test(name) && name.split(/\s+/).length <= 6;
  return isName ? undefined : 'only the name of a team or role can stand there';
}
