import type { RunView } from '../../../app/run-view.ts';
import type { Asking } from '../../../app/waiting-view.ts';
import type { Words } from '../../i18n/words.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { evaluationText } from '../../values/value-text.ts';

/** A note is read in passing: what is more than this stays in the sidebar. Characters. */
const longestNote = 600;

type NoteOptions = {
  readonly question: string;
  readonly run: Pick<RunView, 'sop' | 'ticket'>;
  readonly words: Words;
};

/** What a colleague is asked, in short: the question, where to answer it, what it rests on, the ticket. */
export function askNote(
  { asking }: { readonly asking: Pick<Asking, 'basis'> },
  { question, run, words }: NoteOptions,
): string {
  const where = words.t('ask.text.where', { title: revealHidden(run.sop.title), version: run.sop.version });
  const around = [cut(question, longestNote / 2), where, run.ticket.url].join('\n').length;
  const known = knownLine(asking.basis, longestNote - around - 1, words);
  return [cut(question, longestNote / 2), where, ...(known === '' ? [] : [known]), run.ticket.url].join('\n');
}

/** As many facts as fit, whole ones, those nearest to the question first. */
function knownLine(basis: Asking['basis'], space: number, words: Words): string {
  const facts = basis
    .toReversed()
    .map(({ name, value }) =>
      oneLine(words.t('fact.pair', { name: revealHidden(name), value: evaluationText(value, words) })),
    );
  let line = '';
  for (const fact of new Set(facts)) {
    const longer = words.t('ask.text.known', { facts: [...(line === '' ? [] : [line]), fact].join('; ') });
    if (longer.length > space) break;
    line = [...(line === '' ? [] : [line]), fact].join('; ');
  }
  return line === '' ? '' : words.t('ask.text.known', { facts: line });
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
