import { describe, expect, test } from 'vitest';
import { looksLikeHtml, plainText } from '../../../src/systems/zendesk/plain-text.ts';

describe('the words of a piece of HTML', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['5 &lt; 6 &amp; 7 &gt; 6', '5 < 6 & 7 > 6'],
    ['&#8220;quoted&#x201D;&nbsp;&unknown;', '“quoted” &unknown;'],
    ['a<script>alert(1)</script>b<style>p{}</style>c', 'abc'],
    ['<p>a</p><p><br></p><p><br></p><p>b</p>', 'a\n\nb'],
    ['2 < 3 and 4 > 1', '2 < 3 and 4 > 1'],
    ['&#0;&#1114112;', '&#0;&#1114112;'],
    ['<!-- hidden -->shown', 'shown'],
    ['&constructor; &toString;', '&constructor; &toString;'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test('are read in time that grows with the text, and no more', () => {
    const began = performance.now();
    plainText(`${'<'.repeat(100_000)}${'<p '.repeat(100_000)}${' '.repeat(100_000)}\n`);
    plainText(`${'<script>'.repeat(50_000)}${'<!--'.repeat(50_000)}${'&'.repeat(100_000)}`);
    looksLikeHtml('<p '.repeat(50_000));
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

test('HTML is told from plain words', () => {
  expect(looksLikeHtml('<p>Hello</p>')).toBe(true);
  expect(looksLikeHtml('My parcel <late> is < 5 kg')).toBe(false);
});
