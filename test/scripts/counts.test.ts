import { describe, expect, test } from 'vitest';
import { addCounts, closingLine, countPlaywright, countVitest } from '../../scripts/testing/counts.ts';

const vitestReport = {
  numPassedTests: 5,
  numFailedTests: 2,
  numPendingTests: 1,
  numTodoTests: 3,
  testResults: [
    { status: 'passed', assertionResults: [{}, {}] },
    { status: 'failed', assertionResults: [{}] },
  ],
};

describe('the closing line of npm test', () => {
  test('counts tests that wait as skipped', () => {
    expect(countVitest(vitestReport)).toEqual({ passed: 5, failed: 2, skipped: 4 });
  });

  test('counts a test file that could not be read as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...vitestReport, testResults }).failed).toBe(3);
  });

  test('counts a flaky browser test, and an error outside of the tests, as failures', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 3, skipped: 2 });
  });

  test('adds up the runners', () => {
    const total = addCounts({ passed: 1, failed: 0, skipped: 2 }, { passed: 3, failed: 1, skipped: 0 });
    expect(closingLine(total)).toBe('4 passed, 1 failed, 2 skipped');
  });
});
