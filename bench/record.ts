import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { performancePage, type Recording } from './performance-page.ts';

const PAGE = join('docs', 'performance.md');

/** Writes what was measured just now to docs/performance.md, in the form that the format check asks for. Gives the page's path. */
export async function record(recording: Omit<Recording, 'day'>): Promise<string> {
  const file = join(import.meta.dirname, '..', PAGE);
  const text = performancePage({ ...recording, day: new Date().toISOString().slice(0, 10) });
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  return PAGE;
}
