import type { Span } from '../facts/problem.ts';
import { foldSpace } from '../facts/fold-text.ts';

/** Words of judgement, condition and quality leave a decision to the reader; the others leave a value. */
export type VagueKind =
  'judgement' | 'condition' | 'frequency' | 'time' | 'amount' | 'quality' | 'list' | 'effort';

/** What a group of vague words leaves to whoever reads them, what to write instead, and the words, separated by commas. */
export type VagueGroup = {
  /** Ends the sentence “… leaves open”: `how long`. */
  readonly leavesOpen: string;
  readonly advice: string;
  readonly kind: VagueKind;
  /** Where several phrases fit, the longest wins. A hyphen also stands for a space, and `#` for a number that has to follow. */
  readonly words: string;
};

/** Words of a text that two people would not read in the same way. */
export type VagueWords = Span & {
  /** As they are written, on one line. */
  readonly word: string;
  readonly kind: VagueKind;
  readonly leavesOpen: string;
  readonly advice: string;
};

const decides =
  'Write what decides it: a condition such as “If order value < $200: …”, or a person: “Gate Team lead "…"” or “Judge "…"”.';

/** English words that leave a decision, an amount or a time to whoever reads them. */
export const vagueWords: readonly VagueGroup[] = [
  {
    kind: 'judgement',
    leavesOpen: 'who decides, and by what',
    advice: decides,
    words: `judgement, judgment, good judgement, good judgment, best judgement, best judgment, your
      judgement, your judgment, common sense, discretion, at your discretion, feel free, as you see fit,
      see fit, up to you, as you wish, if you like, if you want, if you think, if you feel, if you
      believe, in your opinion, your opinion, gut feeling, use your head, when in doubt, if in doubt, if
      unsure, if you are unsure, if you're unsure, if you are not sure, if you're not sure,
      case-by-case, case-by-case basis, on its merits, it depends, depending on the case, depending on the
      situation, depending on the circumstances, accordingly, consider, whatever is best, what is best,
      what's best, play it by ear, makes sense, if it makes sense, where it makes sense`,
  },
  {
    kind: 'condition',
    leavesOpen: 'when it is so',
    advice: decides,
    words: `if appropriate, as appropriate, when appropriate, where appropriate, whenever appropriate, if
      necessary, as necessary, when necessary, where necessary, whenever necessary, if needed, as
      needed, when needed, where needed, whenever needed, if required, as required, when required, where
      required, if applicable, as applicable, when applicable, where applicable, whenever applicable,
      wherever applicable, if relevant, as relevant, where relevant, when relevant, if desired, if
      warranted, if justified, if possible, if at all possible, when possible, where possible, whenever
      possible, wherever possible, as far as possible, as much as possible, as little as possible, to
      the extent possible, if feasible, where feasible, if practical, as practical, where practical, if
      reasonable, where reasonable, if you can, when you can, where you can, ideally, preferably,
      probably, likely, maybe, perhaps, hopefully, special case, special cases, special circumstances,
      exceptional case, exceptional cases, exceptional circumstances, extenuating circumstances, in
      exceptional cases`,
  },
  {
    kind: 'frequency',
    leavesOpen: 'when it is so and when it is not',
    advice: 'Write both: “If …: …” with the fact that tells them apart, and “Else: …”.',
    words: `usually, normally, generally, typically, often, sometimes, rarely, mostly, frequently,
      occasionally, on occasion, in general, as usual, the usual, the usual way, as always, in most
      cases, in many cases, in some cases, in certain cases, most of the time, in the majority of cases,
      as a rule, more often than not, by and large, some customers, certain customers`,
  },
  {
    kind: 'time',
    leavesOpen: 'how long, or when',
    advice: 'Write a duration such as “4 hours” or “2 days”, or a date.',
    words: `soon, very soon, as soon as possible, as soon as you can, sooner or later, asap, shortly,
      promptly, quickly, swiftly, speedily, as quickly as possible, as fast as possible, timely, in a
      timely manner, in a timely fashion, in due course, in good time, without undue delay, a while, for
      a while, after a while, in a while, a bit later, a little later, somewhat later, later on, again
      later, at a later time, sometime, some time, at some point, some time later, eventually, a short
      time, a long time, too long, long overdue, recent, recently, lately, at your earliest convenience,
      when you get a chance, regularly, periodically, from time to time, now and then, every now and
      then, a few minutes, a few hours, a few days, a few weeks, several minutes, several hours, several
      days, several weeks`,
  },
  {
    kind: 'amount',
    leavesOpen: 'how much',
    advice: 'Write the number: “less than $50”, “at least 3”.',
    words: `a bit, a little, a little bit, a lot, a few, a couple, a couple of, too many, too much, too
      few, too high, too low, several times, small amount, small amounts, large amount, large amounts,
      small order, small orders, large order, large orders, big order, big orders, small refund, small
      refunds, large refund, large refunds, high-value, low-value, too large, too small, enough,
      sufficient, sufficiently, significant, significantly, substantial, substantially, considerable,
      considerably, excessive, excessively, extreme, extremely, roughly, approximately, about #, around
      #, more or less, or so, or thereabouts, as many as possible, as few as possible`,
  },
  {
    kind: 'quality',
    leavesOpen: 'what counts as that',
    advice:
      'Write the facts that make it so: “If damage kind = "broken": …”, or let a person answer: “Judge "…"”.',
    words: `reasonable, reasonably, unreasonable, unreasonably, appropriate, appropriately,
      inappropriate, suitable, suitably, adequate, adequately, acceptable, satisfactory, proper,
      properly, relevant, fair, fairly, unfair, obvious, obviously, clearly, serious, seriously, severe,
      severely, minor issue, minor issues, minor problem, minor problems, minor damage, minor defect,
      minor defects, minor delay, minor delays, major issue, major issues, major problem, major
      problems, major damage, major defect, major defects, major delay, major delays, complex case,
      complex cases, complex issue, complex issues, tricky, complicated, difficult customer, difficult
      customers, difficult case, difficult cases, good customer, good customers, loyal customer, loyal
      customers, valued customer, valued customers, important customer, important customers, long-time
      customer, long-time customers, trusted customer, trusted customers, suspicious, suspiciously,
      unusual, unusually, strange, odd, weird, fishy, seems, seem, seems to be, appears to, appears to
      be, looks off, looks odd, looks wrong, looks strange, looks suspicious, looks fine, looks good,
      looks ok, looks okay, something looks off`,
  },
  {
    kind: 'list',
    leavesOpen: 'what else belongs to it',
    advice: 'Write all of them out.',
    words: `etc., et cetera, and so on, and so forth, and the like, or the like, and similar, or similar,
      and others, among others, things like, or something, whatever, somehow`,
  },
  {
    kind: 'effort',
    leavesOpen: 'what has to be done',
    advice: 'Write the one thing that is done, and what happens if it does not work out.',
    words: `try to, try and, attempt to, try your best, do your best, best effort, best efforts, make
      every effort, every effort, as best you can, special care, special handling`,
  },
];

/** Phrases that begin like a vague one and are exact. */
const exact = 'as soon as, most recent, most recently, sufficient funds';

type Phrase = { readonly at: RegExp; readonly group: VagueGroup | undefined };

/** Made when the first text is looked at: the sidebar, which reads SOPs, seldom looks for vague words. */
let phrasesByFirstWord: ReadonlyMap<string, readonly Phrase[]> | undefined;

/** The vague words of a text in order, the longest phrase at each place. Takes time in proportion to the text. */
export function findVague(text: string): readonly VagueWords[] {
  phrasesByFirstWord ??= indexPhrases();
  const found: VagueWords[] = [];
  const word = /[\p{L}\p{N}_]+/gu;
  for (let next = word.exec(text); next; next = word.exec(text)) {
    const match = matchAt(text, next.index, phrasesByFirstWord.get(next[0].toLowerCase()) ?? []);
    if (!match) continue;
    const { group, to } = match;
    word.lastIndex = to;
    if (!group) continue;
    const { kind, leavesOpen, advice } = group;
    const from = next.index;
    found.push({ from, to, word: foldSpace(text.slice(from, to)), kind, leavesOpen, advice });
  }
  return found;
}

function matchAt(
  text: string,
  from: number,
  phrases: readonly Phrase[],
): { readonly group: VagueGroup | undefined; readonly to: number } | undefined {
  for (const { at, group } of phrases) {
    at.lastIndex = from;
    const match = at.exec(text);
    if (match) return { group, to: from + match[0].length };
  }
  return undefined;
}

function indexPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const written = [
    ...vagueWords.flatMap((group) => phrasesOf(group.words).map((words) => ({ words, group }))),
    ...phrasesOf(exact).map((words) => ({ words, group: undefined })),
  ].toSorted((a, b) => b.words.length - a.words.length);
  const index = new Map<string, Phrase[]>();
  for (const { words, group } of written) {
    const first = /^[\p{L}\p{N}_]+/u.exec(words)?.[0] ?? words;
    const phrases = index.get(first) ?? [];
    phrases.push({ at: patternOf(words), group });
    index.set(first, phrases);
  }
  return index;
}

function phrasesOf(list: string): readonly string[] {
  return list.split(',').map(foldSpace);
}

/** Matches at its `lastIndex` only, so that no phrase is searched for in the whole text. */
function patternOf(words: string): RegExp {
  const pattern = words
    .replace(/ #$/, String.raw`(?=\s+[$€£]?\d)`)
    .replaceAll('.', String.raw`\.?`)
    .replaceAll("'", "['’]")
    .replaceAll('-', '[-‑ ]')
    .replaceAll(' ', String.raw`\s+`);
  return new RegExp(String.raw`${pattern}(?![\p{L}\p{N}_]|['’]t\b)`, 'iuy');
}
