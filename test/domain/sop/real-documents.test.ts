import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { walk } from './sop-text.ts';

const bench = fileURLToPath(new URL('../../../../shared/bench/', import.meta.url));
const files = existsSync(bench)
  ? readdirSync(bench, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
  : [];
const why =
  files.length > 0 ? '' : ' (skipped: the documents to measure against are not beside this repository)';

const minimalHeader = `---
sop: prose
title: Prose
version: 1
owner: Support
reviewed: 2026-01-01
review_every: 6 months
inputs: {}
---
`;

/** Some are only a header. */
function hasWords(file: string): boolean {
  return textWithoutHeader(file).trim() !== '';
}

function textWithoutHeader(file: string): string {
  return readFileSync(join(bench, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
}

describe.skipIf(files.length === 0)(`support procedures that other people wrote${why}`, () => {
  it('run as checklists once they have a header', { timeout: 60_000 }, () => {
    for (const file of files.filter(hasWords)) {
      const read = parseSop(minimalHeader + textWithoutHeader(file));
      expect({ file, errors: read.problems.filter(({ level }) => level === 'error') }).toEqual({
        file,
        errors: [],
      });
      expect({ file, steps: read.sop?.steps.length === 0 }).toEqual({ file, steps: false });
      const { paths, proposals } = walk(read);
      expect({ file, twice: paths.length - new Set(paths).size, proposals }).toEqual({
        file,
        twice: 0,
        proposals: [],
      });
    }
  });

  it('are read as they are, and lack only what a header says', { timeout: 60_000 }, () => {
    for (const file of files) {
      const { sop, problems } = parseSop(readFileSync(join(bench, file), 'utf8'));
      expect(sop).toBeDefined();
      const wrong = problems.filter(({ level, id }) => level === 'error' && !id.startsWith('header-'));
      expect({ file, wrong }).toEqual({ file, wrong: [] });
    }
  });
});
