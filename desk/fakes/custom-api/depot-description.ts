import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an admin of the desk's account has written into the setting `custom_apis`. */
export function depotDescription(): string {
  return readFileSync(join(import.meta.dirname, 'depot.api.yaml'), 'utf8');
}
