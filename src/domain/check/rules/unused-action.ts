import { quoted } from '../../facts/found-problem.ts';
import { infoAt } from '../../sop/problem-at.ts';
import { placeOfName } from '../place-of-name.ts';
import type { Rule } from '../rule.ts';
import { findSpoiltText } from '../spoilt-text.ts';
import { walkDocument } from '../walk-document.ts';

/** An action of the header that nothing proposes: a line that says what happens when it fails is no use of it. */
export const unusedAction: Rule = (checking) => {
  const { sop } = checking;
  const spoilt = findSpoiltText(checking);
  const proposed = new Set(
    walkDocument(sop).flatMap(({ instruction }) =>
      instruction.kind === 'propose' ? [instruction.action] : [],
    ),
  );
  return sop.actions
    .filter(({ name }) => !proposed.has(name) && !spoilt.mentions(name))
    .map(({ name, span }) => {
      const message = `Nothing proposes ${quoted(name)}. Write “Propose ${name}” where it is to be done, or take it out of the header.`;
      const place = placeOfName(sop.source, span, { name, which: 'first' }) ?? span;
      return infoAt(place, { id: 'unused-action', message, values: { name } });
    });
};
