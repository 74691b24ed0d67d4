import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem, Span } from '../../facts/problem.ts';
import { Phrase } from '../instruction/phrase.ts';
import { readsLikeInstruction } from '../instruction/reads-like-instruction.ts';
import { withoutMarkup } from '../markup.ts';
import { PlacedText } from '../placed-text.ts';
import { warningAt } from '../problem-at.ts';
import type { Reading } from '../reading.ts';

const pieceOfNote = /(?:(?:^|[\r\n])\s*[-*+–—•·‣◦▪●○]?|\s[-*+]\s)\s*(?=\S)/g;
const citesAtEnd = /(?:\s*\[[^\]]*\])*\s*$/;

/**
 * Lines of a note that read like instructions, because a bullet lost its hyphen or its line. A paragraph is a note and is never
 * run, so this is only a warning; without it a lost hyphen would silently take a gate away.
 */
export function findLostBullets(paragraph: Span, reading: Reading): readonly Problem[] {
  if (!reading.declared.isCodified) return [];
  const placed = withoutMarkup(PlacedText.at(reading.source, paragraph));
  const starts = [...placed.text.matchAll(pieceOfNote)].map(({ index, 0: gap }) => ({
    from: index,
    to: index + gap.length,
  }));
  return starts.flatMap(({ from, to }, index) => {
    const piece = placed.slice(to, starts[index + 1]?.from ?? placed.text.length);
    const words = piece.slice(0, piece.text.replace(citesAtEnd, '').length);
    return readsLikeInstruction(Phrase.of(words, reading.declared.vocabulary), reading)
      ? [wrongBullet(placed.slice(from, to), words) ?? lostBullet(words)]
      : [];
  });
}

function lostBullet(piece: PlacedText): Problem {
  const message = `This reads like an instruction, but it stands in a note and is not run: ${quoted(piece.text)}. Instructions are bullets below a step or under “Edge cases”.`;
  return warningAt(piece.span, { id: 'syntax', message });
}

/** Other tools export bullets with signs that are none in Markdown: an error, because nobody writes such a line as a note. */
function wrongBullet(before: PlacedText, piece: PlacedText): Problem | undefined {
  const sign = /[–—•·‣◦▪●○](?=\s*$)/.exec(before.text);
  if (!sign) return undefined;
  const [written] = sign;
  const message = `“${written}” is no bullet in Markdown, so this is a note and is not run: ${quoted(piece.text)}. Begin the line with “-”.`;
  const span = { from: before.placeAt(sign.index), to: piece.span.to };
  return errorAt(span, { id: 'syntax', message, values: { written, suggestion: '-' } });
}
