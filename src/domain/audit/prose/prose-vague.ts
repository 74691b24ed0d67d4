import { findVague, type VagueKind, type VagueWords } from '../../sop/vague-words.ts';
import type { Span } from '../../facts/problem.ts';
import type { WeighedFinding } from './density.ts';
import type { ProseDocument } from './prose-document.ts';
import type { Sentence } from './sentence.ts';
import { findUnnamed } from './unnamed.ts';

/** The words of a sentence that leave something open; no two overlap, and each belongs to one dimension only. */
export type ProseVague = {
  /** What two people would not read in the same way: decidability. */
  readonly open: readonly VagueWords[];
  /** A system, a field, a limit or a person that is not named: specificity. */
  readonly unnamed: readonly WeighedFinding[];
};

/** The weight of a vague phrase by what it leaves open. Source: docs/audit.md. */
export const vagueWeights = {
  judgement: 1,
  condition: 0.9,
  frequency: 0.8,
  quality: 0.7,
  time: 0.7,
  amount: 0.7,
  effort: 0.6,
  list: 0.5,
} as const satisfies Record<VagueKind, number>;

/** Phrases of prose that the list of vague words does not have, because they are too ordinary for a codified SOP. */
const softPhrases: readonly (Omit<VagueWords, 'from' | 'to' | 'word'> & { readonly pattern: RegExp })[] = [
  {
    pattern:
      /\b(?:may|might|could)\s+(?:also\s+|then\s+)?(?:want to|wish to|need to|have to|like to|be (?:necessary|required|needed|worth|better|helpful|useful|good|best|appropriate))|\b(?:worth|good idea|nice to|best to|better to)\b|\b(?:encouraged|advised|welcome) to\b|\b(?:if need be|within reason|whenever you (?:can|have time)|when (?:you have time|convenient)|if it feels (?:right|wrong)|(?:in|under) (?:certain|some|special|urgent) (?:cases|situations|circumstances)|if it(?: is|['’]s) (?:urgent|important))\b|\b(?:be (?:mindful|careful|sensible|flexible|generous|lenient|cautious)|use (?:caution|care|tact)|err on the side of|take care|should be (?:fine|ok|okay|enough))\b/gi,
    kind: 'condition',
    leavesOpen: 'whether it is done',
    advice: 'Write when it is done: “If …”, or leave it out.',
  },
  {
    pattern:
      /\b(?:is|are|was|were) (?:too |very |quite |rather |fairly )?(?:small|big|huge|tiny|high|low|long)(?=\s*(?:[.,;:)]|$))|\b(?:relatively|somewhat|kind of|sort of|many times)\b|\b(?:small|large|big|low|high|modest|minor|reasonable) (?:amounts?|sums?|values?|quantity|numbers?)\b/gi,
    kind: 'amount',
    leavesOpen: 'how much',
    advice: 'Write the number: “less than $50”, “at least 3”.',
  },
];

/** Finds the vague words of every sentence. “The relevant team” is one that is not named, not one that is vague. */
export function findProseVague({
  text,
  masked,
  sentences,
}: ProseDocument): ReadonlyMap<Sentence, ProseVague> {
  const vague = [...findVague(masked), ...findSoft(masked)].toSorted(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  const bySentence = new Map<Sentence, ProseVague>();
  let next = 0;
  for (const sentence of sentences) {
    while ((vague[next]?.from ?? Infinity) < sentence.from) next += 1;
    const own: VagueWords[] = [];
    for (; (vague[next]?.from ?? Infinity) < sentence.to; next += 1) {
      const found = vague[next];
      if (found && found.to <= sentence.to && found.from >= (own.at(-1)?.to ?? 0)) own.push(found);
    }
    const unnamed = findUnnamed(sentence, text);
    const others = own.filter((found) => !unnamed.some(overlaps(found)));
    if (unnamed.length + others.length === 0) continue;
    bySentence.set(sentence, { open: others, unnamed });
  }
  return bySentence;
}

/** Whether it is open whatever the sentence is about: “if appropriate”, “good judgement”. Elsewhere words such as “likely” describe. */
export function isOpenAnywhere({ kind, word }: VagueWords): boolean {
  return (
    kind === 'judgement' || (kind === 'condition' && /^(?:if|as|when|where|whenever|wherever)\b/i.test(word))
  );
}

function findSoft(masked: string): readonly VagueWords[] {
  return softPhrases.flatMap(({ pattern, ...open }) =>
    Array.from(masked.matchAll(pattern), ({ 0: phrase, index: from }) => ({
      ...open,
      from,
      to: from + phrase.length,
      word: phrase.replaceAll(/\s+/g, ' '),
    })),
  );
}

function overlaps(one: Span): (other: Span) => boolean {
  return ({ from, to }) => from < one.to && to > one.from;
}
