import { describe, expect, it } from 'vitest';
import { longestChain } from '../../bench/desk/longest-chain.ts';
import { weighFirstLoad } from '../../bench/first-load.ts';
import { median, middleOf } from '../../bench/measure.ts';

describe('the middle of several rounds', () => {
  it('is not moved by one slow round', () => {
    expect(middleOf([210, 205, 4000])).toEqual({ value: 210, between: [205, 4000] });
  });

  it('lies between the two middle ones of an even number', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('is no number where nothing was measured', () => {
    expect(median([])).toBeNaN();
  });
});

describe('the longest chain of answers', () => {
  const request = (began: number, ended: number) => ({ began, ended });

  it('is one long for requests that are sent together', () => {
    expect(longestChain([request(0, 200), request(1, 203), request(5, 210)])).toHaveLength(1);
  });

  it('holds each request that waited for another', () => {
    const [first, second, third] = [request(0, 200), request(204, 405), request(408, 610)];
    expect(longestChain([third, first, second, request(3, 201)])).toEqual([first, second, third]);
  });

  it('takes a beginning that rounds to just before an answer for waiting', () => {
    expect(longestChain([request(0, 200), request(199, 399)])).toHaveLength(2);
  });

  it('is empty without requests', () => {
    expect(longestChain([])).toEqual([]);
  });
});

describe('the first load', () => {
  const files: Readonly<Record<string, string>> = {
    'iframe.html':
      '<script type="module" src="./entry.js"></script><link rel="stylesheet" href="./entry.css"><script src="https://static.example.com/sdk.js"></script>',
    'entry.js': 'import{a}from"./shared.js";import"./side.js";const later=()=>import("./lazy.js");',
    'shared.js': 'export const a=1;import"./entry.js";',
    'side.js': '',
    'lazy.js': 'x'.repeat(1000),
    'entry.css': 'a{}',
  };
  const read = (file: string): string => files[file] ?? '';

  it('is what the page names and what that imports at once, each file once', () => {
    expect(weighFirstLoad(read).files.toSorted()).toEqual(['entry.css', 'entry.js', 'shared.js', 'side.js']);
  });

  it('is refused where the page names no script, instead of weighing nothing', () => {
    expect(() => weighFirstLoad(() => '<p></p>')).toThrow('names no script');
  });
});
