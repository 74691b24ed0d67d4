import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { depotDescription } from '../../desk/fakes/custom-api/depot-description.ts';

const bin = resolve('bin/signoff.mjs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signoff-description-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const signoff = (...words: readonly string[]) =>
  spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' });
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

/** Every call starts two processes, which takes its time on a busy machine. */
const patience = { timeout: 60_000 };

describe('signoff check of the description of a system', patience, () => {
  it('finds nothing in one that is sound', () => {
    write('depot.api.yaml', depotDescription());
    const { status, stdout } = signoff('check', 'depot.api.yaml');
    expect(stdout).toBe('1 description, 0 errors, 0 warnings\n');
    expect(status).toBe(0);
  });

  it('names a mistake by line and column, and mends it where it can', () => {
    write('depot.api.yml', depotDescription().replace('title: Parcel depot', 'titel: Parcel depot'));
    const { status, stdout } = signoff('check', 'depot.api.yml');
    expect(status).toBe(1);
    expect(stdout).toContain(
      'depot.api.yml:3:1 error api-key-unknown: “titel” is not a key of the document. Did you mean “title”?',
    );
    expect(signoff('check', 'depot.api.yml', '--fix')).toMatchObject({ status: 0 });
  });

  it('prints the same as JSON', () => {
    write('depot.api.yaml', depotDescription().replace('https://', 'http://'));
    const [problem] = JSON.parse(signoff('check', 'depot.api.yaml', '--json').stdout) as unknown[];
    expect(problem).toMatchObject({ id: 'api-address', level: 'error', file: 'depot.api.yaml' });
  });
});

describe('signoff audit with the description of a system', patience, () => {
  it('knows what the system offers', () => {
    const sop = (field: string) => `---
sop: held
title: Held parcels
version: 1
status: live
owner: Support operations
reviewed: 2026-11-02
review_every: 6 months
matches: ticket form = "Shipping"
inputs:
  parcel number: text from zendesk.ticket.field "Parcel number"
  parcel status: text from depot.parcel.${field}
---

# Held parcels

## Steps

1. **Look.**
   - If parcel status = "held": close as "held".
   - Otherwise: close as "not held".
`;
    write('depot.api.yaml', depotDescription());
    write('good.sop.md', sop('status'));
    write('bad.sop.md', sop('colour'));
    const audit = (file: string) =>
      signoff('audit', file, '--today', '2026-11-20', '--apis', 'depot.api.yaml').stdout;
    expect(audit('bad.sop.md')).toContain('The parcel in depot has no field “colour”.');
    expect(audit('good.sop.md')).not.toContain('has no field');
  });
});
