import { quoted } from '../../facts/found-problem.ts';
import { findVague } from '../../sop/vague-words.ts';
import { foldSpace } from '../../facts/fold-text.ts';
import type { AuditFinding } from '../audit-result.ts';
import type { Instruction } from './instructing.ts';
import type { ProseDocument } from './prose-document.ts';
import type { Sentence } from './sentence.ts';

/** Points for the first case without an outcome; each further one costs less, and all together at most this many. Source: docs/audit.md. */
const mostForCases = 0.5;
const eachCase = 0.3;

const opening = /^(?:for|if|when|whenever|in case of|in the case of|with|on)\s+/i;

const leftOpen =
  /judge?ment|discretion|common sense|case.by.case|depend|see fit|up to you|gut feeling|on its merits|by ear|is best|as you wish|makes sense/i;

/** Cases that are named and then left to judgement or to nothing: “For partial deliveries use good judgement”, an empty section. */
export function findCasesWithoutOutcome(
  document: ProseDocument,
  instructions: readonly Instruction[],
): readonly AuditFinding[] {
  const acting = new Set(
    instructions.filter(({ actions }) => actions.length > 0).map(({ sentence }) => sentence),
  );
  const open = document.sentences
    .filter((sentence) => !acting.has(sentence))
    .flatMap((sentence) => openCase(document, sentence) ?? []);
  const empty = document.headings
    .filter(({ hasContent, from, to }) => !hasContent && from < to)
    .map(({ from, to, words }) => ({
      from,
      to,
      message: `The section ${quoted(words)} is empty. Write what to do there.`,
    }));
  const found = [...open, ...empty];
  const cost = Math.min(eachCase, mostForCases / found.length);
  return found.map((finding) => ({ ...finding, dimension: 'completeness', cost }));
}

function openCase(
  document: ProseDocument,
  sentence: Sentence,
): { readonly from: number; readonly to: number; readonly message: string } | undefined {
  const opened = opening.exec(sentence.text);
  if (!opened) return undefined;
  const judged = findVague(sentence.text).find(({ word }) => leftOpen.test(word));
  if (!judged || judged.from < opened[0].length) return undefined;
  const { from, to } = sentence;
  const words = caseWords(document.text.slice(from + opened[0].length, from + judged.from));
  if (words === '') return undefined;
  return {
    from,
    to,
    message: `No outcome for ${quoted(words)}: it is left to judgement. Write what is done then, or who decides it.`,
  };
}

/** “partial deliveries” of “partial deliveries, please use your”. */
function caseWords(words: string): string {
  return foldSpace(words)
    .replace(/[,:;][^]*$/, '')
    .replace(/\s+(?:please\s+)?(?:use|apply|exercise|do|act|go|we|you|it)\b[^]*$/i, '')
    .trim();
}
