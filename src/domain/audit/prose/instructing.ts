import {
  actionVerbs,
  adverbs,
  doers,
  leadIns,
  nounVerbs,
  obligations,
  otherVerbs,
  plainVerbs,
  wordSet,
} from './instruction-words.ts';
import type { Sentence, Word } from './sentence.ts';

/** What a sentence asks for. */
export type Instruction = {
  readonly sentence: Sentence;
  /** The verbs of its actions: `refund`, `update`; none for `wait`, `make sure`. */
  readonly actions: readonly Word[];
};

/** The sentences that ask somebody to do something, in order. */
export function findInstructions(sentences: readonly Sentence[]): readonly Instruction[] {
  return sentences.flatMap((sentence) => readInstruction(sentence) ?? []);
}

/** An imperative at the start of a clause, an obligation, or what “we” and “you” do. */
function readInstruction(sentence: Sentence): Instruction | undefined {
  const { words } = sentence;
  const actions: Word[] = [];
  let instructs = false;
  let isObliged = false;
  for (const [at, word] of words.entries()) {
    if (isObligation(words, at)) isObliged = true;
    if (isObliged && words[at - 1]?.lower === 'be' && isActionDone(word.lower)) actions.push(word);
    if (!isVerbPlace(words, at)) continue;
    if (actionVerbs.has(word.lower) && !isJudging(words, at)) actions.push(word);
    if (actionVerbs.has(word.lower) || otherVerbs.has(word.lower)) instructs = true;
  }
  return instructs || isObliged ? { sentence, actions } : undefined;
}

/** “Use your best judgement” acts on nothing. */
function isJudging(words: readonly Word[], at: number): boolean {
  return words.slice(at + 1, at + 5).some(({ lower }) => judging.has(lower));
}

const judging = wordSet('judgement judgment discretion sense caution tact care');

/** “must”, “should”, “has to”, “needs to”, “is required to”, “may want to”. */
function isObligation(words: readonly Word[], at: number): boolean {
  const word = words[at]?.lower ?? '';
  if (!obligations.has(word)) return false;
  if (word === 'want' || word === 'wish')
    return /^(?:may|might|could|also)$/.test(words[at - 1]?.lower ?? '');
  return !/^(?:needs?|ha[sv]e?|required|ought)$/.test(word) || words[at + 1]?.lower === 'to';
}

/** “routed”, “tagged”, “applied”, “sent”. */
function isActionDone(word: string): boolean {
  if (word === 'sent' || word === 'given') return true;
  if (!word.endsWith('ed')) return false;
  const stem = word.slice(0, -2);
  const forms = [stem, `${stem}e`, stem.slice(0, -1), stem.replace(/i$/, 'y')];
  return forms.some((form) => actionVerbs.has(form));
}

/** Whether an imperative can stand here: at the start of a clause, behind words that lead in, or behind who does it. */
function isVerbPlace(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || isNoun(words, at)) return false;
  return (
    isLedIn(words, at) || isJoined(words, at) || isDoneBySomebody(words, at) || isBehindCondition(words, at)
  );
}

/** “Then please check”: a few words are enough, nobody writes more of them before a verb. */
function isLedIn(words: readonly Word[], at: number): boolean {
  let first = at;
  while (at - first < 4 && words[first]?.startsClause === false && leadIns.has(words[first - 1]?.lower ?? ''))
    first -= 1;
  return words[first]?.startsClause === true;
}

/** “… and close the ticket”, “you need to escalate”; but not “a request to update”. */
function isJoined(words: readonly Word[], at: number): boolean {
  const joining = words[at - 1]?.lower ?? '';
  if (joining === 'and' || joining === 'then' || joining === 'please') return true;
  return (
    joining === 'to' && /^(?:needs?|has|have|required|ought|sure|able)$/.test(words[at - 2]?.lower ?? '')
  );
}

/** “We usually refund”, “you can also open”. */
function isDoneBySomebody(words: readonly Word[], at: number): boolean {
  let doer = at - 1;
  while (doer > 0 && at - doer < 4 && adverbs.has(words[doer]?.lower ?? '')) doer -= 1;
  return doers.has(words[doer]?.lower ?? '');
}

/** “When the site is down try again”, “For partial deliveries use …”, without a comma. */
function isBehindCondition(words: readonly Word[], at: number): boolean {
  if (at < 2 || !plainVerbs.has(words[at]?.lower ?? '')) return false;
  return conditions.has(words[0]?.lower ?? '') && !notBeforeVerb.has(words[at - 1]?.lower ?? '');
}

const conditions = wordSet('if when whenever for once after before unless in');
const notBeforeVerb = wordSet(`
  the a an to of in for with on at by from your our their his her its this that these those any no some is are was were
  be been not can could will would may might does do did or and who they you we i it customer customers user users
`);

/** “Email address”, “Support can”, “First request: …”, “Request of”. */
function isNoun(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word?.startsClause === false && ordinals.has(before?.lower ?? '') && nounVerbs.has(word.lower))
    return true;
  const next = words[at + 1];
  return next?.startsClause === false && behindNouns.has(next.lower);
}

const ordinals = wordSet('first second third next last final');
const behindNouns = wordSet(
  'is are was were can will may has have should must does address addresses number numbers of',
);
