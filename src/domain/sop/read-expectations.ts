import { closestSpelling, spellingDistance } from '../facts/closest-spelling.ts';
import { foldName } from '../facts/fact-name.ts';
import { didYouMean, errorAt, quoted } from '../facts/found-problem.ts';
import type { Problem, ProblemId, Span } from '../facts/problem.ts';
import type { Sop } from './document.ts';
import type { Expectation } from './example.ts';

type Cell = Span & { readonly text: string };

/** `propose full refund; draft reply refund on its way; close as resolved` as data; what is none of it is a problem. */
export function readExpectations(sop: Sop, cell: Cell, problems: Problem[]): readonly Expectation[] {
  const expected: Expectation[] = [];
  let from = cell.from;
  for (const part of cell.text.split(';')) {
    const text = part.trim();
    const start = from + (part.length - part.trimStart().length);
    const span = { from: start, to: start + text.length };
    from += part.length + 1;
    if (!text) continue;
    const read = readExpectation(sop, { ...span, text });
    if ('id' in read) problems.push(read);
    else expected.push(read);
  }
  return expected;
}

function readExpectation(sop: Sop, cell: Cell): Expectation | Problem {
  const words = /^(propose|gate|escalate\s+to|draft\s+reply|close\s+as)\s+(.+)$/is.exec(cell.text);
  if (!words) return withoutName(cell);
  const name = (words[2] ?? '').replace(/^["“”](.*)["“”]$/s, '$1');
  switch ((words[1] ?? '').toLowerCase().replace(/\s+/g, ' ')) {
    case 'propose':
      return declared(
        cell,
        {
          name,
          id: 'unknown-action',
          names: sop.actions.map((action) => action.name),
          what: 'an action of the header',
        },
        (action) => ({ ...cell, is: 'propose', action }),
      );
    case 'draft reply':
      return declared(
        cell,
        {
          name,
          id: 'unknown-reply',
          names: sop.replies.map((reply) => reply.name),
          what: 'a “Reply:” section',
        },
        (reply) => ({ ...cell, is: 'draft-reply', reply }),
      );
    case 'gate':
      return { ...cell, is: 'gate', role: name };
    case 'escalate to':
      return { ...cell, is: 'escalate', team: name };
    default:
      return { ...cell, is: 'close', as: name };
  }
}

function withoutName(cell: Cell): Expectation | Problem {
  const word = cell.text.toLowerCase();
  if (word === 'judge' || word === 'ask' || word === 'hold' || word === 'stop') return { ...cell, is: word };
  const message = `${quoted(cell.text)} is nothing that an example can expect. Known are “propose …”, “gate …”, “judge”, “ask”, “hold”, “escalate to …”, “draft reply …”, “close as …” and “stop”.`;
  const suggestion = meantWords(cell.text);
  return errorAt(cell, {
    id: 'syntax',
    message:
      suggestion === undefined
        ? message
        : `${quoted(cell.text)} is nothing that an example can expect.${didYouMean(suggestion)}`,
    values: { text: cell.text, ...(suggestion === undefined ? {} : { written: cell.text, suggestion }) },
  });
}

const openings = [
  'propose',
  'gate',
  'escalate to',
  'draft reply',
  'close as',
  'judge',
  'ask',
  'hold',
  'stop',
];

/** `propse full refund` and `escalate Tier 2` with the words that an expectation begins with. */
function meantWords(text: string): string | undefined {
  for (const opening of openings) {
    const words = opening.split(' ');
    const [first = '', ...rest] = text.split(/\s+/);
    const isNear =
      spellingDistance(first.slice(0, 20).toLowerCase(), words[0] ?? '') <= (first.length > 4 ? 2 : 1);
    if (!isNear) continue;
    const second = words[1];
    const behind =
      second !== undefined && spellingDistance((rest[0] ?? '').slice(0, 20).toLowerCase(), second) <= 1
        ? rest.slice(1)
        : rest;
    const needsName = !['judge', 'ask', 'hold', 'stop'].includes(opening);
    if (needsName === behind.length > 0) return [opening, ...behind].join(' ');
  }
  return undefined;
}

type Named = {
  readonly name: string;
  readonly id: ProblemId;
  readonly names: readonly string[];
  readonly what: string;
};

function declared(
  cell: Cell,
  { name, id, names, what }: Named,
  make: (name: string) => Expectation,
): Expectation | Problem {
  const found = names.find((candidate) => foldName(candidate) === foldName(name));
  if (found !== undefined) return make(found);
  const suggestion = closestSpelling(name, names);
  return errorAt(cell, {
    id,
    message: `${quoted(name)} is not ${what}.${didYouMean(suggestion)}`,
    values: { name, suggestion },
  });
}
