import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { objectOrEmpty } from '../package-check/json/json-object.ts';

const Manifest = z.object({ domainWhitelist: z.array(z.string()) });

/** Adds hosts to domainWhitelist of a manifest file, each once and after those that are there. */
export function allowHosts(file: string, hosts: readonly string[]): void {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const domainWhitelist = [...new Set([...Manifest.parse(content).domainWhitelist, ...hosts])];
  writeFileSync(file, `${JSON.stringify({ ...objectOrEmpty(content), domainWhitelist }, null, 2)}\n`);
}
