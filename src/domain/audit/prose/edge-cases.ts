import type { Sentence } from './sentence.ts';

/** What a sentence provides for besides the ordinary case. */
export type EdgeKind = 'exception' | 'failure' | 'missing' | 'several';

const alone =
  /\b(?:exceptions?|except(?: for| when| if| that)?|unless|otherwise|edge cases?|special cases?|in rare cases|only if|only when|even if|if not|else)\b/i;
/** A condition as far as the next comma. “For” and “should” are conditions at the start only. */
const conditions =
  /(?:\b(?:if|when|whenever|in case|in the event|until|where|once|sometimes|while)\b|^(?:for|should|during)\b)(?<clause>[^,:;]{0,160})/gi;

const not = String.raw`(?:not|never|no longer|\p{L}+n['’]t)`;
const cues: Readonly<Record<EdgeKind, RegExp>> = {
  exception: new RegExp(
    String.raw`\b(?:${not}|cannot|without|nobody|no one|none|refus(?:es?|ed)|reject(?:s|ed)?|den(?:y|ies|ied)|declin(?:es?|ed)|disputes?|disagrees?|insists?|complains?|threatens?|expired?|invalid|wrong|incorrect|too (?:late|old|large|many)|abusive|fraud(?:ulent)?)\b`,
    'iu',
  ),
  failure:
    /\b(?:fails?|failed|failing|failures?|errors?|(?:is|are|goes|went) down|unavailable|outages?|times? out|timed out|unreachable|offline|broken|(?:does|do|did|is|are|will|can)(?:n['’]t| not) (?:work|working|load|loading|respond|responding|answer|answering|open|available|go through|succeed)|cannot be reached|can['’]t be reached|unsuccessful|crash(?:es|ed)?)\b/i,
  missing:
    /\b(?:missing|not found|no (?:\p{L}+ )?(?:record|result|match|answer|response|reply|data|entry|tracking|order|account|e-?mail|information|number|code|details?)s?|(?:can['’]t|cannot|could not|couldn['’]t|unable to|not able to) (?:find|locate|see|identify|verify|determine|confirm|get|access|be found)|(?:is|are)(?:n['’]t| not) (?:there|present|available|known|listed|given|provided|found|included|set|clear|sure)|(?:does|do)(?:n['’]t| not) (?:have|exist|know|appear|include|contain|show|provide|say|see|find|hear)|unknown|unclear|unsure|empty|blank|incomplete|lacks?|lacking|without (?:an?|any)|(?:has|have)(?:n['’]t| not) (?:been )?(?:provided|received|given|sent|heard|replied|responded)|(?:is|are|it|there)(?:n['’]t| isn['’]t| aren['’]t)$)\b/iu,
  several:
    /\b(?:several|multiple|more than one|more than 1|two or more|duplicates?|duplicated|both|another (?:ticket|order|account|request)|at the same time|a second)\b/i,
};

/** Conditions in form only: what they leave open is vague, and provides for nothing. */
const empty = /^\s*(?:you(?:['’]re| are)? (?:not sure|unsure)|unsure|not sure|in doubt)\b/i;

/** The kinds of edge cases that a sentence provides for; empty for an ordinary one. */
export function edgeKindsOf({ text }: Sentence): readonly EdgeKind[] {
  const words = text.replaceAll(/\s+/g, ' ');
  const kinds = new Set<EdgeKind>(alone.test(words) ? ['exception'] : []);
  for (const { groups } of words.matchAll(conditions)) {
    const clause = groups?.['clause'] ?? '';
    if (empty.test(clause)) continue;
    for (const kind of edgeKinds) if (cues[kind].test(clause)) kinds.add(kind);
  }
  return [...kinds];
}

const edgeKinds = ['exception', 'failure', 'missing', 'several'] as const;
