import { describe, expect, test } from 'vitest';
import { revealHidden } from '../../../src/ui/values/reveal-hidden.ts';

describe('hidden characters', () => {
  test.each([
    ['a direction override', 'pay \u202E001$', 'pay ⟨U+202E⟩001$'],
    ['an isolate', '\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩'],
    ['a zero-width space', 'pay\u200Bpal', 'pay⟨U+200B⟩pal'],
    ['a joiner between letters of ours', 'pay\u200Dpal', 'pay⟨U+200D⟩pal'],
    ['a soft hyphen', 'pay\u00ADpal', 'pay⟨U+00AD⟩pal'],
    ['a byte order mark', '\uFEFFx', '⟨U+FEFF⟩x'],
    ['a tag character', 'x\u{E0041}', 'x⟨U+E0041⟩'],
    ['a control character', 'a\u0007b\u001Bc', 'a⟨U+0007⟩b⟨U+001B⟩c'],
    ['a line separator', 'a\u2028b', 'a⟨U+2028⟩b'],
  ])('%s is shown', (_name, text, shown) => {
    expect(revealHidden(text)).toBe(shown);
  });

  test.each([
    ['line ends and tabs', 'a\nb\tc', 'a\nb\tc'],
    ['line ends of Windows', 'a\r\nb', 'a\nb'],
    ['a family', '👩\u200D👩\u200D👧', '👩\u200D👩\u200D👧'],
    ['a joiner that Persian needs', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['other scripts', 'Ünïcödé 日本語 עברית', 'Ünïcödé 日本語 עברית'],
  ])('%s are left alone', (_name, text, shown) => {
    expect(revealHidden(text)).toBe(shown);
  });
});
