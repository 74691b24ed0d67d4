import { Phrase } from '../sop/instruction/phrase.ts';
import { splitClauses, type ClauseKind } from '../sop/instruction/split-clauses.ts';
import { splitCondition } from '../sop/instruction/condition-end.ts';
import { PlacedText } from '../sop/placed-text.ts';
import type { Vocabulary } from '../facts/vocabulary.ts';

/** In which part of a bullet its end stands; `from` is where the part begins. */
export type BulletPosition = {
  readonly is: 'condition' | 'failure-of' | 'rejection-of' | 'instructions';
  readonly from: number;
  /** Where the `If`, `Else` or the like begins that the part belongs to. */
  readonly clauseFrom: number;
  readonly clause: ClauseKind;
};

/** An instruction can hold further conditions, `If a: if b: …`; nobody writes more of them on one line. */
const mostNested = 10;

/** Follows a bullet that is still being typed from its beginning to its end. */
export function bulletPosition(bullet: string, vocabulary: Vocabulary): BulletPosition {
  const written = bullet.trimEnd();
  let from = 0;
  let before: ClauseKind = 'plain';
  for (let depth = 0; depth < mostNested; depth += 1) {
    const phrase = Phrase.of(PlacedText.at(written, { from, to: written.length }), vocabulary);
    const clause = splitClauses(phrase).at(-1);
    if (!clause) break;
    const clauseFrom = from + clause.whole.from;
    const restFrom = from + clause.rest.from;
    const position = { clauseFrom, clause: clause.kind, from: restFrom };
    switch (clause.kind) {
      case 'if':
      case 'else-if':
      case 'when': {
        const { body } = splitCondition(clause.rest);
        if (!body) return { ...position, is: 'condition' };
        from += body.from;
        break;
      }
      case 'on-failure':
      case 'on-rejection': {
        const [colon] = clause.rest.outerMatches(/:/g);
        if (!colon) return { ...position, is: clause.kind === 'on-failure' ? 'failure-of' : 'rejection-of' };
        from += colon.index + 1;
        break;
      }
      case 'plain':
        return { ...position, clause: before, is: 'instructions' };
      case 'else':
      case 'if-unknown':
      case 'if-refused':
        return { ...position, is: 'instructions' };
    }
    before = clause.kind;
  }
  return { is: 'instructions', from, clauseFrom: from, clause: before };
}
