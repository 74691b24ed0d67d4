import { became } from './became.ts';
import { quoted } from '../facts/found-problem.ts';
import { factTypeText } from '../facts/fact-type.ts';
import { foldSpace } from '../facts/fold-text.ts';
import type { Input, RecordDeclaration, Sop, Source } from '../sop/document.ts';
import { changeOf } from './change-of.ts';
import type { Change } from './difference.ts';
import { durationText } from './duration-text.ts';
import { pairUp, type Pair } from './pair-up.ts';
import { optionsWithout } from './same-facts.ts';
import type { Versions } from './same-parts.ts';

/** Facts and records: where they come from and what they can be. */
export function tellInputs(versions: Versions): readonly Change[] {
  const { before, after } = versions;
  const records = pairUp(before.records, after.records, {
    nameOf: ({ name }) => name,
    isRenamed: () => false,
  });
  return [
    ...versions.facts.pairs.flatMap((pair) => tellInput(pair, versions)),
    ...records.flatMap(tellRecord),
  ];
}

function tellInput({ before, after }: Pair<Input>, versions: Versions): readonly Change[] {
  const fact = (after ?? before)?.name ?? '';
  const say = (sentence: string): Change =>
    changeOf('input', sentence, { values: { fact }, before: before?.span, after: after?.span });
  if (!before)
    return after
      ? [
          say(
            `The fact ${quoted(fact)} is new: ${factTypeText(after.type)} from ${sourceText(after.source)}.`,
          ),
        ]
      : [];
  if (!after) return [say(`The fact ${quoted(fact)} is gone.`)];
  const found = [...differences({ before, after })].map(say);
  const texts = [versions.renamed(textAt(versions.before, before)), textAt(versions.after, after)];
  if (found.length > 0 || texts[0] === texts[1]) return found;
  return [{ ...say(`The fact ${quoted(fact)} is worded differently; it is the same.`), kind: 'wording' }];
}

const textAt = ({ source }: Sop, { span }: Input): string => foldSpace(source.slice(span.from, span.to));

function* differences({ before, after }: { before: Input; after: Input }): Generator<string> {
  const fact = quoted(after.name);
  if (before.name !== after.name) yield `The fact ${quoted(before.name)} is now called ${fact}.`;
  if (sourceText(before.source) !== sourceText(after.source))
    yield `${fact} now comes from ${sourceText(after.source)} instead of ${sourceText(before.source)}.`;
  if (before.type.kind === 'choice' && after.type.kind === 'choice') yield* choiceDifferences(before, after);
  else if (factTypeText(before.type) !== factTypeText(after.type))
    yield `${fact} is now ${factTypeText(after.type)} instead of ${factTypeText(before.type)}.`;
  const [then, now] = [before, after].map(({ maxAge }) => maxAge && durationText(maxAge));
  if (then === now) return;
  if (now === undefined) yield `${fact} can now be of any age: until now at most ${then ?? ''} old.`;
  else yield `${fact} can now be at most ${now} old${then === undefined ? '' : ` instead of ${then}`}.`;
}

function* choiceDifferences(before: Input, after: Input): Generator<string> {
  const fact = quoted(after.name);
  const added = optionsWithout(after.type, before.type).map(quoted).join(', ');
  const gone = optionsWithout(before.type, after.type).map(quoted).join(', ');
  if (added !== '') yield `${fact} can now also be ${added}.`;
  if (gone !== '') yield `${fact} can no longer be ${gone}.`;
}

/** `shopify.order.total_price`, `zendesk.ticket.field "Plan"`, `the message`. */
function sourceText(source: Source): string {
  if (source.from === 'message') return 'the message';
  const { system, record, field, customField, declaredRecord } = source;
  const place = declaredRecord ?? `${system}.${record}`;
  return customField === undefined ? `${place}.${field}` : `${place}.field "${customField}"`;
}

function tellRecord({ before, after }: Pair<RecordDeclaration>): readonly Change[] {
  const [then, now] = [before, after].map(
    (record) => record && `${record.system}.${record.entity} by ${record.by}`,
  );
  if (then === now) return [];
  const record = (after ?? before)?.name ?? '';
  const is = became(then, now);
  const place = { values: { record }, before: before?.span, after: after?.span };
  return [changeOf('input', `The record ${quoted(record)} ${is}.`, place)];
}
