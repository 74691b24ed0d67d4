import type { Hasher } from '../../app/ports/clock.ts';
import type { CommandId } from '../../domain/run/events.ts';

/**
 * The ids by which Signoff's records are found again. They are made of what they stand for, so that two browsers make the same one, and
 * hold no comma: Zendesk separates ids by it.
 */
export type ExternalIds = {
  run(runId: string): string;
  claim(runId: string, command: CommandId): Promise<string>;
  result(runId: string, command: CommandId): Promise<string>;
  /** A sealed portion of a log: made of its content as well. */
  portion(runId: string, number: number, hash: string): string;
  sop(id: string, version: number): string;
};

/** Zendesk names no limit for an external id; text fields of this kind take 255 characters. */
const longestId = 200;

export function createExternalIds(hasher: Hasher): ExternalIds {
  const ofCommand = async (kind: 'claim' | 'res', runId: string, command: CommandId) => {
    const id = `${kind}:${encode(runId)}:${encode(command)}`;
    // What is cut off is in the digest.
    return id.length <= longestId ? id : `${id.slice(0, longestId - 65)}:${await hasher.sha256(id)}`;
  };
  return {
    run: (runId) => `run:${encode(runId)}`,
    claim: (runId, command) => ofCommand('claim', runId, command),
    result: (runId, command) => ofCommand('res', runId, command),
    portion: (runId, number, hash) => `log:${encode(runId)}:${number}:${hash}`,
    sop: (id, version) => `sop:${encode(id)}:v${version}`,
  };
}

/** Every other character, and the `_` that marks one, as its code between two `_`: no two names have the same encoding. */
function encode(name: string): string {
  return name.replaceAll(
    /[^A-Za-z0-9.-]/gu,
    (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
  );
}
