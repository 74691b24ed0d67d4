import { zipSync } from 'fflate';
import type { AppPackage } from '../package-check/app-package.ts';

/** What Zendesk's package consists of; anything else in the folder stays out of the zip. */
const CONTENT = /^(manifest\.json|requirements\.json|assets\/.+|translations\/.+)$/;

/** The earliest time that a zip can hold. The same for every file, so that the same app gives the same bytes. */
const TIMESTAMP = new Date(1980, 0, 1);

/** Zips a package. The same content gives the same bytes, wherever and whenever it is built. */
export function zipPackage({ files }: AppPackage): Uint8Array {
  const entries = [...files].filter(([path]) => CONTENT.test(path)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: TIMESTAMP });
}
