import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contractPresent } from '../support/contract.ts';

const selftest = resolve(process.cwd(), '../shared/contract/contract.selftest.mjs');
const why = contractPresent ? '' : ' (SKIPPED: folder ../shared/contract is not here)';

describe('the checker of requests', () => {
  it.skipIf(!contractPresent)(`rejects its own wrong samples, and passes the right ones${why}`, () => {
    // It ends with another status than 0, which throws here, when one of its samples has the wrong verdict.
    const told = execFileSync(process.execPath, [selftest], { encoding: 'utf8' });
    expect(told).toMatch(/\d+ cases, 0 wrong/);
  });
});
