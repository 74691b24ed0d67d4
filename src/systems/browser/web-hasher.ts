import type { Hasher } from '../../app/ports/clock.ts';

/** SHA-256 by the platform, in 64 hex digits. Needs a secure context: https, or a local address. */
export function createWebHasher(): Hasher {
  return {
    sha256: async (text) => {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  };
}
