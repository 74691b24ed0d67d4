import type { Instruction } from './instructing.ts';
import { linkMark, nameMark } from './mask-markup.ts';
import { wordSet } from './instruction-words.ts';
import type { Sentence, Word } from './sentence.ts';
import { isKnownSystem } from './systems.ts';

/** Fields, records and people that need no further name in a support team that works in Zendesk. */
const plainNames = wordSet(`
  email e-mail e-mails emails priority status subject assignee requester username usernames invoice invoices
  subscription subscriptions tracking credentials password address addresses zip postcode sku domain namespace url
  id ids
`);

const roleWords = wordSet('team teams manager managers lead leads department supervisor officer counsel');
const unnamedBefore = wordSet(`
  the a an our your their any some this that these those relevant right appropriate correct other another respective
  responsible proper necessary concerned suitable same whole which what
`);

const toPeople = wordSet(
  'inform tell notify ask reply respond contact thank offer give provide email call invite',
);
const people = wordSet(
  'customer customers user users requester requestor reporter caller client submitter them',
);
const here = wordSet('below above following this these here');
const pronouns = wordSet('it them that those him her so');
const ticketVerbs = wordSet(
  'close solve reopen reply respond merge resolve open assign take submit review update',
);

const capitalised = /^\p{Lu}/u;
const numberWord = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half)$/;

/** Whether a sentence names a system, a field, a value, a person or a team exactly. */
export function namesSomething({ words }: Sentence): boolean {
  return words.some((word, at) => isName(word, words[at - 1]));
}

function isName(word: Word, before: Word | undefined): boolean {
  const { written, lower } = word;
  if (written.startsWith(nameMark) || written.startsWith(linkMark)) return true;
  if (/\d/.test(written) || numberWord.test(lower)) return before?.lower !== 'step';
  if (plainNames.has(lower) || isKnownSystem(lower)) return true;
  if (/[_@#~]/.test(written) || /\p{Ll}\p{Lu}/u.test(written)) return true;
  if (roleWords.has(lower)) return before !== undefined && !unnamedBefore.has(before.lower);
  return before !== undefined && !word.startsClause && capitalised.test(written) && written.length > 1;
}

/** “Tell the customer”, “close the ticket”: what is meant is plain without a name. */
export function isPlain(words: readonly Word[], verb: Word): boolean {
  const at = words.indexOf(verb);
  const after = words.slice(at + 1, at + 6).map(({ lower }) => lower);
  if (after.some((word) => here.has(word)) || pronouns.has(after[0] ?? '')) return true;
  if (toPeople.has(verb.lower)) return after.some((word) => people.has(word));
  return ticketVerbs.has(verb.lower) && verb.lower !== 'update' && after.includes('ticket');
}

/** Whether an instruction acts on something that has to be named. */
export function needsName({ sentence, actions }: Instruction): boolean {
  return actions.some((verb) => !isPlain(sentence.words, verb));
}
