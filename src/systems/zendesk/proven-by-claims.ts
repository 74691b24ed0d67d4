import type { Ledger, StoredClaim } from '../../app/ports/ledger.ts';
import type { CommandId } from '../../domain/run/events.ts';

/** The commands that a text speaks of, whether or not it can be read as a log: where to look for claims. */
export function commandsIn(text: unknown): readonly CommandId[] {
  if (typeof text !== 'string') return [];
  const quoted = text.matchAll(/"command":("(?:[^"\\]|\\.)*")/g);
  return [...new Set([...quoted].flatMap(([, name = '""']) => unquoted(name)))];
}

function unquoted(name: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(name);
    return typeof parsed === 'string' ? [parsed] : [];
  } catch {
    return [];
  }
}

/** A sentence on what was carried out in a run, as its claims and results say. */
export async function provenBy(
  claims: Ledger['claims'],
  runId: string,
  commands: readonly CommandId[],
): Promise<string> {
  try {
    const found = [...(await claims(runId, commands)).values()];
    if (found.length === 0) return 'what is left of the log names no command that was claimed.';
    return `${found.map(execution).join('; ')}.`;
  } catch {
    return 'they cannot be read at this moment, so try again before you do anything.';
  }
}

function execution({ claim, doubt, result }: StoredClaim): string {
  if (!claim || doubt?.about === 'claim')
    return `one claim does not count either: ${doubt?.reason ?? 'it cannot be read'}`;
  const { approval } = claim;
  const end = result === undefined ? 'nobody wrote down how it ended' : endOf(result);
  return `${approval.operation} was approved by ${approval.by.name} at ${approval.at}, and ${end}`;
}

function endOf(result: NonNullable<StoredClaim['result']>): string {
  switch (result.is) {
    case 'succeeded':
      return result.reference === undefined ? 'it succeeded' : `it succeeded (${result.reference})`;
    case 'failed':
      return `it failed: ${result.failure.reason}`;
    case 'unknown':
      return 'its end is unknown';
  }
}
