import { quoted } from '../facts/found-problem.ts';
import { foldSpace } from '../facts/fold-text.ts';
import type { Reply } from '../sop/document.ts';
import { sayChangedWords } from './changed-words.ts';
import { changeOf } from './change-of.ts';
import type { Change } from './difference.ts';
import { unitsOf } from './pieces-of.ts';
import { textOf } from './template-text.ts';
import type { Versions } from './same-parts.ts';

/** The texts of the replies, whether they are used or not. */
export function tellReplies(versions: Versions): readonly Change[] {
  return versions.replies.flatMap(({ before, after }) => {
    const name = quoted((after ?? before)?.name ?? '');
    const place = {
      values: { reply: (after ?? before)?.name ?? '' },
      before: before?.span,
      after: after?.span,
    };
    if (!before) {
      const use = after && isUsed(versions, after) ? '' : ', and nothing uses it';
      return [changeOf('reply', `The reply ${name} is new${use}.`, place)];
    }
    if (!after) return [changeOf('reply', `The reply ${name} is gone.`, place)];
    return tellReply({ before, after }, versions.facts.nameAfter).map(({ kind, sentence }) =>
      changeOf(kind, sentence, place),
    );
  });
}

function isUsed({ namesAfter }: Versions, { name }: Reply): boolean {
  const instructions = unitsOf(namesAfter).flatMap(({ pieces }) =>
    pieces.flatMap((piece) => piece.instruction ?? []),
  );
  return instructions.some(
    (one) => one.kind === 'draft-reply' && 'named' in one.reply && one.reply.named === name,
  );
}

type Said = { readonly kind: 'reply' | 'wording'; readonly sentence: string };

function tellReply(
  { before, after }: { before: Reply; after: Reply },
  nameAfter: (name: string) => string,
): readonly Said[] {
  const renamed: readonly Said[] =
    before.name === after.name
      ? []
      : [
          {
            kind: 'wording',
            sentence: `The reply ${quoted(before.name)} is now called ${quoted(after.name)}.`,
          },
        ];
  const then = textOf(before.text, { fact: nameAfter });
  const now = textOf(after.text, { fact: (name) => name });
  if (foldSpace(then) === foldSpace(now)) return renamed;
  return [
    { kind: 'reply', sentence: `The reply ${quoted(after.name)} ${sayChangedWords(then, now)}.` },
    ...renamed,
  ];
}
