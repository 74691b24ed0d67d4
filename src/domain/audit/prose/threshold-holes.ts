import { quoted } from '../../facts/found-problem.ts';
import type { WeighedFinding } from './density.ts';
import type { ProseDocument } from './prose-document.ts';
import type { Sentence } from './sentence.ts';

type Threshold = {
  readonly side: 'below' | 'above' | 'exactly';
  readonly number: string;
  readonly unit: string;
  readonly written: string;
  readonly from: number;
  readonly to: number;
};

const value = String.raw`(?<sign>[$€£]\s?)?(?<number>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?<unit>%|percent|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|usd|eur|gbp|dollars?|euros?|pounds?|items?|orders?|users?|seats?|attempts?|times)?`;
const comparison = new RegExp(
  String.raw`\b(?:(?<below>under|below|less than|fewer than|lower than|smaller than|younger than)|(?<above>over|above|more than|greater than|higher than|older than|longer than|larger than|exceeds?|exceeding|past)|(?<equal>at least|at most|up to|exactly|equal to|equals|no more than|no less than|not more than|not less than|minimum of|maximum of|from|is|of))\s+(?:the\s+)?${value}(?<after>\s+or\s+(?:more|less|over|under|above|below|fewer|older|longer|higher|lower|exactly))?`,
  'gi',
);
const inclusive = new RegExp(
  String.raw`${value}\s+(?:or|and)\s+(?:more|less|over|under|above|below|fewer|older|longer|higher|lower)\b`,
  'gi',
);

/** The weight of a border that no side covers. Source: docs/audit.md. */
const holeWeight = 1;

/** “Under $200 …, over $200 …” in one section: what holds at exactly $200 is open, unless a third sentence says it. */
export function findThresholdHoles({ sentences }: ProseDocument): readonly WeighedFinding[] {
  const bySection = new Map<string, Threshold[]>();
  for (const sentence of sentences) {
    for (const threshold of thresholdsIn(sentence)) {
      const key = `${String(sentence.section)} ${threshold.number} ${threshold.unit}`;
      const group = bySection.get(key);
      if (group) group.push(threshold);
      else bySection.set(key, [threshold]);
    }
  }
  return [...bySection.values()].flatMap((group) => holeIn(group) ?? []);
}

function holeIn(group: readonly Threshold[]): WeighedFinding | undefined {
  const below = group.find(({ side }) => side === 'below');
  const above = group.find(({ side }) => side === 'above');
  if (!below || !above || group.some(({ side }) => side === 'exactly')) return undefined;
  const { from, to } = below.from > above.from ? below : above;
  const words = `${quoted(below.written)} and ${quoted(above.written)} leave open what holds at`;
  const fix = 'Write “or more” or “or less” on one side.';
  return { from, to, weight: holeWeight, message: `${words} exactly ${below.number}. ${fix}` };
}

function thresholdsIn(sentence: Sentence): readonly Threshold[] {
  const { text, from } = sentence;
  if (!/\d/.test(text)) return [];
  const compared = Array.from(text.matchAll(comparison), ({ 0: match, index, groups }) => {
    const written = match.trimEnd();
    const isStrict = groups?.['after'] === undefined;
    const side =
      isStrict && groups?.['below'] ? 'below' : isStrict && groups?.['above'] ? 'above' : 'exactly';
    const place = { from: from + index, to: from + index + written.length };
    return { side, written, ...place, ...measured(groups) } satisfies Threshold;
  });
  const included = Array.from(text.matchAll(inclusive), ({ 0: written, groups }) => {
    return { side: 'exactly', written, from, to: from, ...measured(groups) } satisfies Threshold;
  });
  return [...compared, ...included];
}

/** `$200`, `200 USD` and `200 dollars` by their number and unit in one form. */
function measured(groups: Readonly<Record<string, string | undefined>> | undefined): {
  readonly number: string;
  readonly unit: string;
} {
  const sign = groups?.['sign']?.trim() ?? '';
  const unit = (groups?.['unit'] ?? '').toLowerCase().replace(/s$/, '');
  return { number: `${sign}${groups?.['number'] ?? ''}`, unit };
}
