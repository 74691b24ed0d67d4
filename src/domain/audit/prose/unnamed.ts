import type { WeighedFinding } from './density.ts';
import { findGaps } from './gaps.ts';
import { quotedProse } from './quoted-prose.ts';
import type { Sentence } from './sentence.ts';

type Unnamed = {
  readonly pattern: RegExp;
  readonly weight: number;
  /** Ends “… does not say …”. */
  readonly open: string;
  readonly advice: string;
};

const which = String.raw`(?:relevant|right|appropriate|correct|responsible|respective|proper|necessary|concerned|suitable|other|usual)`;
/** What may stand behind a noun that nothing names: “the system logs you out” and “the amount of the order” say more. */
const functionWords =
  'and|or|then|but|so|to|for|if|when|while|until|unless|because|since|is|are|was|were|has|have|had|will|can|should|must|does|with|without|in|into|on|at|from|via|using|as|by|before|after|during|that|which|where|who|either|first|again|also|itself';
const end = String.raw`(?=\s*(?:$|[.,;:!?)\]|–—]|(?:${functionWords})\b))`;
/** Behind “the system” also what is looked at in one: “the system ticket”. */
const inSystem =
  'accounts?|apps?|channels?|console|dashboards?|docs|documentation|forms?|groups?|issues?|issue tracker|links?|macros?|pages?|projects?|reports?|teams?|threads?|tickets?|views?';
const endOfSystem = String.raw`(?=\s*(?:$|[.,;:!?)\]|–—]|(?:${functionWords}|${inSystem})\b))`;

/** Words that stand where a name or a number belongs, with their weights. Source: docs/audit.md. */
const kinds: readonly Unnamed[] = [
  {
    pattern: new RegExp(
      String.raw`\b(?:the|our|a|an|some|that|this|your|another|any)\s+(?:${which}\s+)?(?:(?:internal|other)\s+)?(?:system|systems|tool|tools|platform|software|application|database|portal)${endOfSystem}`,
      'gi',
    ),
    weight: 0.9,
    open: 'which system is meant',
    advice: 'Write its name.',
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:the|a|some|that|this|any)\s+(?:${which}\s+)?(?:field|fields|value|values|setting|settings|property|attribute|parameter|place)${end}`,
      'gi',
    ),
    weight: 0.7,
    open: 'which field or value is meant',
    advice: 'Write its name as the system shows it.',
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:the|an?|some|certain|that|this|any)\s+(?:(?:certain|given|agreed|set|right|correct|minimum|maximum)\s+)?(?:amount|amounts|sum|threshold|limit|number|period|deadline|timeframe|time\s+frame|percentage|quantity)${end}`,
      'gi',
    ),
    weight: 0.8,
    open: 'how much it is',
    advice: 'Write the number, with its unit.',
  },
  {
    pattern:
      /\b(?:late|really late|too late|too old|long ago|long enough|(?:some|a certain|certain) (?:time|days|hours|minutes|weeks|months|times))\b(?!-)/gi,
    weight: 0.7,
    open: 'how long it is, or when',
    advice: 'Write a number of hours or days.',
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:someone|somebody|a colleague|colleagues|ask around|whoever|a team ?mate|(?:the|a|an|some|your|another)\s+(?:${which}\s+)(?:teams?|person|people|departments?|groups?|channels?|colleagues?|contacts?|party|parties|stakeholders?|managers?|agents?|engineers?|place)(?![\p{L}-])|relevant teams?|the (?:person|people|team|department|group)${end})`,
      'giu',
    ),
    weight: 0.8,
    open: 'who is meant',
    advice: 'Write the team or the role.',
  },
  {
    pattern:
      /\b(?:the|an?|any|your|our)\s+(?:relevant|appropriate|respective|right|correct|proper|suitable)\s+(?!(?:time|way|thing|place|direction|order)\b)[\p{L}-]+/giu,
    weight: 0.8,
    open: 'which one is meant',
    advice: 'Write its name, or what it depends on.',
  },
];

/** The places of an instruction where a system, field, number or person is spoken of and not named; none overlaps another. */
export function findUnnamed(sentence: Sentence, text: string): readonly WeighedFinding[] {
  const found: WeighedFinding[] = [...findGaps(sentence, text)];
  for (const { pattern, weight, open, advice } of kinds) {
    for (const { 0: words, index } of sentence.text.matchAll(pattern)) {
      const from = sentence.from + index;
      const to = from + words.length;
      if (found.some((other) => other.from < to && other.to > from)) continue;
      const message = `${quotedProse(text, { from, to })} does not say ${open}. ${advice}`;
      found.push({ from, to, weight, message });
    }
  }
  return found;
}
