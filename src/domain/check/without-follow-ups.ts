import { foldName } from '../facts/fact-name.ts';
import type { Problem } from '../facts/problem.ts';
import { findHeader } from '../sop/header/find-header.ts';

/**
 * Problems without those that only repeat a mistake of the header: a name that stands at the beginning of one of its lines is declared
 * there, and is only unknown because that line, or one above it, cannot be read. A mistake of the header always stays.
 */
export function withoutFollowUps(source: string, problems: readonly Problem[]): readonly Problem[] {
  const place = findHeader(source);
  if (!place) return problems;
  const written = headerNames(source.slice(place.content.from, place.content.to));
  const isFollowUp = ({ id, values }: Problem): boolean =>
    (id === 'unknown-fact' || id === 'unknown-action') && written(foldName(values['name'] ?? ''));
  const isCause = (problem: Problem): boolean =>
    problem.level === 'error' && problem.from < place.bodyFrom && !isFollowUp(problem);
  return problems.some(isCause) ? problems.filter((problem) => !isFollowUp(problem)) : problems;
}

/** How many lines without a colon are looked at. */
const mostLooseLines = 50;

/** Whether a line of the header starts with a name, or a value of it speaks of a system. */
function headerNames(header: string): (name: string) => boolean {
  const lines = header.split(/[\r\n]+/).map(foldName);
  const keys = new Set(
    lines.flatMap((line) => (line.includes(':') ? foldName(line.split(':', 1)[0] ?? '') : [])),
  );
  const systems = new Set([...foldName(header).matchAll(/ ([a-z][\w-]*)\./g)].map(([, name]) => name));
  const loose = lines.filter((line) => !line.includes(':')).slice(0, mostLooseLines);
  return (written) => {
    const name = /^(?:count|days since|days until)\b[ (]*(.*?)\)?$/.exec(written)?.[1] ?? written;
    if (name === '') return false;
    return keys.has(name) || systems.has(name) || loose.some((line) => line.startsWith(`${name} `));
  };
}
