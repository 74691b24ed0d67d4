import { describe, test } from 'vitest';
import { expectFinding, type Broken } from './expect-finding.ts';
import { png, type Draft } from './good-package.ts';

const add =
  (path: string, content: string | Buffer) =>
  (draft: Draft): void => {
    draft.files.set(path, content);
  };

const addLink = (draft: Draft): void => {
  draft.links.push('assets/link.js');
};

const withoutLogo = (draft: Draft): void => {
  draft.files.delete('assets/logo.png');
};

const withCodeAndNoInterface = (draft: Draft): void => {
  draft.manifest = { author: {}, defaultLocale: 'en', requirementsOnly: true };
};

const ERRORS: readonly Broken[] = [
  ['a symbolic link', 'link', addLink],
  ['code in an app without interface', 'kind.code', withCodeAndNoInterface],
  ['a banner of another size', 'banner.size', add('assets/banner.png', png(800, 200))],
  ['a banner that is no PNG', 'banner.form', add('assets/banner.png', 'GIF89a')],
  ['an SVG that is none', 'svg.dirty', add('assets/icon.svg', '<html></html>')],
  ['a zip by its name', 'file-type', add('assets/data.zip', '')],
  ['a zip by its content', 'file-type', add('assets/data.dat', Buffer.from('PK\u0003\u0004rest'))],
  ['a PDF in capitals', 'file-type', add('assets/GUIDE.PDF', '')],
  ['no logo', 'logo.missing', withoutLogo],
  ['a logo of another size', 'logo.size', add('assets/logo.png', png(300, 300))],
  ['a small logo that is no PNG', 'logo.form', add('assets/logo-small.png', '<svg></svg>')],
  ['the settings of a test installation', 'stray-file', add('zcli.apps.config.json', '{}')],
  ['a source map', 'stray-file', add('assets/app.js.map', '{}')],
  ['the secrets of this machine', 'stray-file', add('.env', '')],
];

const WARNINGS: readonly Broken[] = [
  ['an address without encryption', 'http-address', add('assets/b.js', 'a("http://signoff.example")')],
  ['an SVG with a script', 'svg.sanitised', add('assets/icon.svg', '<svg><script>1</script></svg>')],
  ['an SVG with a handler', 'svg.sanitised', add('assets/icon.svg', '<svg onload="a()"></svg>')],
  ['an SVG with a bitmap', 'svg.bitmap', add('assets/icon.svg', '<svg><image href="a.png"/></svg>')],
  // Put together here, so that no tool takes this file for a leak.
  ['a private key', 'secret.form', add('assets/b.js', ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' '))],
  ['a token with a value', 'secret.form', add('assets/b.json', '{"token":"abcdefgh"}')],
  ['an application key', 'secret.form', add('assets/b.js', 'app_key = 12345678')],
  ['the word secret', 'secret.word', add('assets/b.html', 'secret')],
];

describe('the package check of the files', () => {
  test.each(ERRORS)('%s is an error: %s', (_what, rule, change) => expectFinding('error', rule, change));

  test.each(WARNINGS)('%s is a warning: %s', (_what, rule, change) => expectFinding('warning', rule, change));
});
