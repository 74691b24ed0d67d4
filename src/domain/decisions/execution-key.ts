import type { CommandId } from '../run/events.ts';

/** What every system takes as a key: Stripe allows 255 characters, Zendesk's external ids forbid the comma. */
const longestKey = 255;

/**
 * The key of one execution: the same for every try of the same thing, another one as soon as anything differs that was approved.
 * Holds only letters, digits and `_ . : -`. Source: docs/systems.md, “Doing a thing once”.
 * `digest` is the SHA-256 of `digestInput`, in hex.
 */
export function executionKey(runId: string, command: CommandId, digest: string): string {
  const name = `signoff-${encode(runId)}-${encode(command)}`;
  const key = `${name}-${digest.slice(0, 8)}`;
  if (key.length <= longestKey) return key;
  // What is cut off is part of the digest, so the whole digest keeps two long commands apart.
  return `${name.slice(0, longestKey - digest.length - 1)}-${digest}`;
}

/** Every other character, and the `_` that marks one, as its code between two `_`: no two names have the same encoding. */
function encode(name: string): string {
  return name.replaceAll(
    /[^A-Za-z0-9.:-]/gu,
    (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
  );
}
