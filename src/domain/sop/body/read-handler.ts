import { parseDuration } from '../../facts/duration.ts';
import { didYouMean, errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import type { Body, Handler } from '../document.ts';
import type { Phrase } from '../instruction/phrase.ts';
import type { Clause } from '../instruction/split-clauses.ts';
import type { Reading } from '../reading.ts';
import type { Line } from './line.ts';
import type { BodySource } from './read-body.ts';

type Options = {
  readonly line: Line;
  readonly path: string;
  readonly reading: Reading;
  readonly readInside: (source: BodySource, label: 'failed' | 'rejected') => Body;
};

/** A handler; `wrong` where its mistakes were reported; `manual` where it is prose. */
export type HandlerResult = Handler | 'wrong' | 'manual';

export function isHandler(result: HandlerResult): result is Handler {
  return typeof result === 'object';
}

/** Reads `On failure of stripe: retry once after 2 minutes, then …` or `On rejection of full refund: …`. */
export function readHandler(clause: Clause, options: Options): HandlerResult {
  const { line, path, reading } = options;
  const kind = clause.kind === 'on-rejection' ? 'on-rejection' : 'on-failure';
  const { name, body: words } = splitName(clause.rest);
  const of = findSubject(name, kind, reading);
  if (!of && !reading.declared.isCodified) return 'manual';
  const retry = kind === 'on-failure' && words ? readRetry(words) : undefined;
  const canRetry = !retry || retry.retry !== undefined;
  const rest = retry ? retry.rest : words;
  const inline = canRetry && rest && !rest.isEmpty ? { phrase: rest, cites: line.cites } : undefined;
  const hasBody = inline !== undefined || line.lists.length > 0;
  const body = options.readInside(
    { inline, lists: line.lists },
    kind === 'on-failure' ? 'failed' : 'rejected',
  );
  const mistake = findMistake({ name, of, words, hasBody, retry }, kind, reading);
  if (mistake) reading.report(mistake);
  if (mistake || !of) return 'wrong';
  const located = { path, span: line.span, cites: line.cites, body };
  if (kind === 'on-failure') return { kind, of, retry: retry?.retry, ...located };
  return 'action' in of ? { kind, action: of.action, ...located } : 'wrong';
}

type Subject = { readonly system: string } | { readonly action: string };

/** A name ends at the first colon, or at a comma or `then`. */
function splitName(rest: Phrase): { readonly name: Phrase; readonly body: Phrase | undefined } {
  for (const { index, text } of rest.outerMatches(/:|,\s*(?:then\b)?|\bthen\b/gi)) {
    return { name: rest.part(rest.from, index), body: rest.part(index + text.length, rest.to) };
  }
  return { name: rest, body: undefined };
}

function findSubject(name: Phrase, kind: Handler['kind'], reading: Reading): Subject | undefined {
  const { actions, systems } = reading.declared;
  const action = actions.find(name.words);
  if (action !== undefined) return { action };
  const system = kind === 'on-failure' ? systems.find(name.words) : undefined;
  return system === undefined ? undefined : { system };
}

type Retry = NonNullable<Extract<Handler, { kind: 'on-failure' }>['retry']>;
type RetryRead = { readonly retry: Retry | undefined; readonly rest: Phrase };

const retryForm =
  /retry\s+(?:(once)|(twice)|(\d{1,4})\s+times?)(?:\s+after\s+(\d[\d.,]*\s*[a-z]+))?\s*(?:[,;.]?\s*(?:and\s+)?then\b[,:]?|[;,.](?=\s)|$|\.$)\s*/iy;

/** `retry twice after 5 minutes, then`; undefined where no retry is asked for, and a retry that cannot be read has none. */
function readRetry(words: Phrase): RetryRead | undefined {
  if (!words.match(/retry\b/iy, words.from)) return undefined;
  const found = words.match(retryForm, words.from);
  const [all = '', once, twice, times, after] = found ?? [];
  const rest = words.part(words.from + all.length, words.to);
  const seconds = parseDuration(after ?? '0 minutes');
  if (!found || !seconds) return { retry: undefined, rest: words };
  return { retry: { times: once ? 1 : twice ? 2 : Number(times), after: seconds }, rest };
}

type Found = {
  readonly name: Phrase;
  readonly of: Subject | undefined;
  readonly words: Phrase | undefined;
  readonly hasBody: boolean;
  readonly retry: RetryRead | undefined;
};

function findMistake(
  { name, of, words, hasBody, retry }: Found,
  kind: Handler['kind'],
  reading: Reading,
): Problem | undefined {
  if (!of) return unknownSubject(name, kind, reading);
  if (retry && !retry.retry) {
    const message = 'The app cannot read how to try again. Write “retry twice after 5 minutes, then …”.';
    return errorAt(retry.rest.span, { id: 'syntax', message });
  }
  if (hasBody) return undefined;
  const where = retry
    ? 'Say what happens when that does not help: “, then escalate to Tier 2”.'
    : 'Write it behind a colon.';
  return errorAt((words ?? name).span, { id: 'syntax', message: `It is not said what to do here. ${where}` });
}

function unknownSubject(name: Phrase, kind: Handler['kind'], reading: Reading): Problem {
  const { actions, systems } = reading.declared;
  const suggestion =
    actions.suggest(name.words) ?? (kind === 'on-failure' ? systems.suggest(name.words) : undefined);
  const what =
    kind === 'on-failure' ? 'neither a system nor an action of the header' : 'not an action of the header';
  const message = `${quoted(name.words)} is ${what}.${didYouMean(suggestion)}`;
  return errorAt(name.span, { id: 'unknown-action', message, values: { name: name.words, suggestion } });
}
