import { quoted } from '../../facts/found-problem.ts';
import type { Problem, Span } from '../../facts/problem.ts';
import { createVocabulary } from '../../facts/vocabulary.ts';
import type { Sop } from '../../sop/document.ts';
import { NameList } from '../../sop/name-list.ts';
import { warningAt } from '../../sop/problem-at.ts';
import { insideOf, quotedRanges } from '../../sop/quotes.ts';
import { findVague, type VagueWords } from '../../sop/vague-words.ts';
import type { Rule } from '../rule.ts';
import { findSpoiltText } from '../spoilt-text.ts';
import { walkDocument } from '../walk-document.ts';

/**
 * Vague words where they decide something: in bullets that a person ticks off, and in what the assistant is told to write. A reply, a
 * question to a person and a reason may say “soon”. Names that the header declares mean what they are declared as.
 */
export const vague: Rule = (checking) => {
  const { sop } = checking;
  const spoilt = findSpoiltText(checking);
  const deciding = [
    ...sop.edgeReminders.map(({ span }) => ({ span, isQuoted: false })),
    ...walkDocument(sop).flatMap(({ instruction }) => {
      if (instruction.kind === 'manual') return [{ span: instruction.span, isQuoted: false }];
      const isTold = instruction.kind === 'draft-reply' && 'instruction' in instruction.reply;
      return isTold ? [{ span: instruction.span, isQuoted: true }] : [];
    }),
  ];
  const names = declaredNames(sop);
  return deciding
    .filter(({ span }) => !spoilt.touches(span))
    .flatMap(({ span, isQuoted }) => vagueIn(sop.source, span, { isQuoted, names }));
};

type Where = { readonly isQuoted: boolean; readonly names: NamesAt };

/** Inside or outside of the quotes of a bullet. */
function vagueIn(source: string, span: Span, { isQuoted, names }: Where): readonly Problem[] {
  const text = source.slice(span.from, span.to);
  const isInQuotes = insideOf(quotedRanges(text));
  return findVague(text)
    .filter(({ from }) => isInQuotes(from) === isQuoted)
    .filter((words) => !names(text, words))
    .map((words) => vagueProblem(words, span.from));
}

function vagueProblem({ from, to, word, leavesOpen, advice }: VagueWords, offset: number): Problem {
  const message = `${quoted(word)} leaves open ${leavesOpen}. ${advice}`;
  return warningAt(
    { from: offset + from, to: offset + to },
    { id: 'vague', message, values: { text: word, leavesOpen, advice } },
  );
}

type NamesAt = (text: string, words: Span) => boolean;

/** Tells whether words stand inside a name that the document declares. */
function declaredNames(sop: Sop): NamesAt {
  const { vocabulary } = createVocabulary(sop.inputs);
  const others = new NameList([...sop.actions, ...sop.decisions, ...sop.replies].map(({ name }) => name));
  const longest = Math.max(
    0,
    ...[...vocabulary.facts, ...others.names.map((name) => ({ name }))].map(({ name }) => name.length),
  );
  return (text, { from, to }) => {
    for (let at = Math.max(0, from - longest); at <= from; at += 1) {
      if (at > 0 && /[\p{L}\p{N}_]/u.test(text[at - 1] ?? '')) continue;
      const end = Math.max(vocabulary.matchAt(text, at)?.to ?? 0, others.matchAt(text, at)?.to ?? 0);
      if (end >= to) return true;
    }
    return false;
  };
}
