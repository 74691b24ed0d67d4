import type { Problem } from '../../facts/problem.ts';
import { findVague } from '../../sop/vague-words.ts';
import type { AuditDimension } from '../audit-result.ts';
import type { Charge } from './charge.ts';

/**
 * What it would cost if every bullet were done by hand. Half of the bullets by hand cost 3 points, so that even split evenly over two
 * dimensions they leave neither at 4.
 */
const costOfAll = 6;
/** A vague bullet is never cheap because the SOP is long. */
const leastForVague = 0.3;

/** What asks a person to decide without saying so with “Gate” or “Judge”. */
const asksForJudgement =
  /^(?:if|when|unless|once|in case)\b|\b(?:judge|decide|assess|evaluate|determine|check|verify|review|confirm|make sure|ensure|see (?:if|whether))\b/i;

/** What a bullet costs that is done by hand: its share of all bullets. */
export function chargeManualStep(
  { from, to, message }: Problem,
  { source, bullets }: { readonly source: string; readonly bullets: number },
): Charge {
  const words = source.slice(from, to);
  const share = costOfAll / Math.max(bullets, 1);
  const cost = isVague(words) ? Math.max(share, leastForVague) : share;
  return { from, to, message, group: undefined, dimension: dimensionOfManualStep(words), cost };
}

/** One that asks for a decision counts as undecidable, any other as not naming the system, the field or the value. */
export function dimensionOfManualStep(words: string): AuditDimension {
  return isVague(words) || asksForJudgement.test(words) ? 'decidability' : 'specificity';
}

const isVague = (words: string): boolean => findVague(words).length > 0;
