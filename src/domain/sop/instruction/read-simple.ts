import type { Keyword } from './keywords.ts';
import { readExtract, readGet } from './read-facts.ts';
import { readDecide, readDraftReply, readGoToStep, readPropose } from './read-names.ts';
import { readEscalate, readGate, readJudge, readNotify } from './read-people.ts';
import { withString, withTemplate } from './read-string.ts';
import { readHoldFor, readHoldUntil, readSet } from './read-values.ts';
import { readAs, type Operand, type SimpleResult } from './simple-result.ts';

/** How the words behind each keyword are read. Source: SOP language, section 2, `simple`. */
const readers: Readonly<Record<Keyword, (operand: Operand) => SimpleResult>> = {
  get: readGet,
  extract: readExtract,
  ask: (operand) => withTemplate(operand, (question, to) => readAs({ kind: 'ask', question }, to)),
  propose: readPropose,
  set: readSet,
  'add-tag': (operand) =>
    withString(operand, ({ text }, to) => readAs({ kind: 'add-tag', tag: text.trim() }, to)),
  'remove-tag': (operand) =>
    withString(operand, ({ text }, to) => readAs({ kind: 'remove-tag', tag: text.trim() }, to)),
  'add-note': (operand) => withTemplate(operand, (note, to) => readAs({ kind: 'add-note', note }, to)),
  'apply-macro': (operand) =>
    withString(operand, ({ text }, to) => readAs({ kind: 'apply-macro', macro: text.trim() }, to)),
  'draft-reply': readDraftReply,
  gate: readGate,
  judge: readJudge,
  decide: readDecide,
  escalate: readEscalate,
  'hold-for': readHoldFor,
  'hold-until': readHoldUntil,
  notify: readNotify,
  'go-to-step': readGoToStep,
  write: (operand) => withTemplate(operand, (text, to) => readAs({ kind: 'write', text }, to)),
  close: (operand) => withString(operand, ({ text }, to) => readAs({ kind: 'close', as: text.trim() }, to)),
  stop: ({ from }) => readAs({ kind: 'stop' }, from),
};

/** Reads the instruction whose keyword was found; `operand.from` is the index behind the keyword. */
export function readSimple(keyword: Keyword, operand: Operand): SimpleResult {
  return readers[keyword](operand);
}
